import { targetSystems } from '@ai-cos/catalog';
import { ConfigError, loadYamlFile, readSecretFile } from '@ai-cos/service-kit';
import { z } from 'zod';

/** A secret by reference: `${VARIABLE}` of the environment or `file:<path>`; a literal secret is refused. */
const SecretRef = z.string().regex(/^(\$\{[A-Z0-9_]+\}|file:.+)$/, 'a reference: ${VARIABLE} or file:<path>');

const Target = z.strictObject({ url: z.url(), token: SecretRef });

/** `AICOS_CONNECTORS_FILE`: which of the company's systems actions may reach. What is missing becomes work for people. */
export const ConnectorsFile = z.strictObject({
  targets: z.partialRecord(z.enum(targetSystems), Target).default({}),
  /** Origins in the company's own network, which may resolve to private addresses. */
  internalOrigins: z.array(z.url()).default([]),
  issues: z
    .discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('github'),
        url: z.url().default('https://api.github.com'),
        repository: z.string().regex(/^[^/]+\/[^/]+$/),
        token: SecretRef,
      }),
      z.strictObject({ kind: z.literal('gitlab'), url: z.url(), project: z.string(), token: SecretRef }),
    ])
    .optional(),
  chat: z.strictObject({ kind: z.enum(['slack', 'teams', 'webhook']), url: SecretRef }).optional(),
  email: z.strictObject({ smtp: SecretRef, from: z.email(), to: z.array(z.email()).min(1) }).optional(),
  grafana: Target.optional(),
  git: z
    .strictObject({
      /** Address or path of the repository that is cloned, changed on a branch and pushed to. */
      repository: z.string(),
      baseBranch: z.string().default('main'),
      /** Run in the clone before and after a change; a change that breaks it is not pushed. */
      testCommand: z.array(z.string()).min(1).optional(),
      author: z.strictObject({ name: z.string(), email: z.email() }),
    })
    .optional(),
  shell: z
    .strictObject({
      commands: z.record(z.string().regex(/^[a-z0-9-]+$/), z.array(z.string()).min(1)),
      timeoutSeconds: z.number().positive().max(600).default(60),
      memoryMegabytes: z.number().int().positive().default(512),
    })
    .optional(),
});
export type ConnectorsFile = z.infer<typeof ConnectorsFile>;

export function loadConnectorsFile(path: string | undefined): ConnectorsFile {
  return path === undefined ? ConnectorsFile.parse({}) : loadYamlFile(path, ConnectorsFile);
}

/** Resolves references against the environment handed in; the error names the reference, never a value. */
export function secretResolver(env: Readonly<Record<string, string | undefined>>): (reference: string) => string {
  return (reference) => {
    if (reference.startsWith('file:')) return readSecretFile(reference, reference.slice('file:'.length));
    const name = reference.slice(2, -1);
    const value = env[name];
    if (value === undefined || value === '')
      throw new ConfigError(`the connectors file refers to \${${name}}, which is not set`);
    return value;
  };
}
