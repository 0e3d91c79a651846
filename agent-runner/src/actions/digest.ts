import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';

/** SHA-256 of the canonical JSON of a value, hexadecimal. */
export function digestOf(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}

/** Everything an approval binds; order, dependencies and lock versions are not part of it. */
export interface DigestInput {
  planId: string | null;
  actionId: string;
  revision: number;
  type: string;
  typeVersion: number;
  connector: string;
  target: Readonly<Record<string, unknown>>;
  parameters: Readonly<Record<string, unknown>>;
  blast: unknown;
  compensation: string | null;
  expiresInMinutes: number;
}

export function actionDigest(input: DigestInput): string {
  const { planId, actionId, revision, type, typeVersion, connector, target, parameters, blast, compensation } = input;
  return digestOf({
    planId,
    actionId,
    revision,
    type,
    typeVersion,
    connector,
    target,
    parameters,
    blast,
    compensation,
    expiresInMinutes: input.expiresInMinutes,
  });
}
