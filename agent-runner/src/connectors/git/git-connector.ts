import type { ConnectorKind } from '@ai-cos/catalog';
import { attempt } from '../attempt.ts';
import type { Connector, EffectRequest } from '../connector.ts';
import type { SandboxKind } from '../sandbox/sandbox.ts';
import { changeOnBranch, remoteBranch, type RepositorySettings } from './branch-change.ts';

export interface GitConnectorOptions {
  readonly kind: Extract<ConnectorKind, 'git' | 'spec-kit'>;
  readonly settings: RepositorySettings | null;
  readonly sandbox: SandboxKind | null;
  /** The files an effect writes, by path in the repository. */
  readonly filesOf: (effect: EffectRequest) => Readonly<Record<string, string>>;
}

/** Changes files on a branch named after the effect's key, so that a branch that is there is an effect that happened. */
export function createGitConnector({ kind, settings, sandbox, filesOf }: GitConnectorOptions): Connector {
  return {
    kind,
    honoursKey: true,
    whyUnavailable: () => (settings === null ? 'no repository is configured' : null),
    dryRun: (effect) => Promise.resolve(`branch ${branchOf(effect)}: ${Object.keys(filesOf(effect)).join(', ')}`),
    call: (effect) =>
      attempt(async () => {
        if (settings === null) return { kind: 'refused', reason: 'no repository is configured' };
        const branch = branchOf(effect);
        const message = `${effect.title}\n\n${effect.description}\n\nAI-COS action ${effect.actionId}`;
        const outcome = await changeOnBranch(settings, { branch, message, files: filesOf(effect) }, sandbox);
        return outcome.kind === 'pushed'
          ? {
              kind: 'done',
              reference: branch,
              summary: `pushed ${outcome.commit.slice(0, 10)} on ${branch}`,
              response: outcome,
            }
          : {
              kind: 'refused',
              reason: `rolled back to ${outcome.checkpoint.slice(0, 10)}, the tests fail: ${outcome.output}`,
            };
      }),
    async lookup(effect) {
      if (settings === null) return { kind: 'cannot-tell', reason: 'no repository is configured' };
      const branch = branchOf(effect);
      const commit = await remoteBranch(settings, branch);
      return commit === undefined
        ? { kind: 'absent' }
        : {
            kind: 'applied',
            reference: branch,
            summary: `found ${commit.slice(0, 10)} on ${branch}`,
            response: { commit },
          };
    },
    readBack: () => Promise.resolve(null),
  };
}

function branchOf({ title, key }: EffectRequest): string {
  const slug = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);
  return `ai-cos/${slug}-${key.slice(0, 8)}`;
}
