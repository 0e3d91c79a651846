import { z } from 'zod';
import type { Connector, EffectRequest, EffectResult } from './connector.ts';
import { runSandboxed, type SandboxKind } from './sandbox/sandbox.ts';

export interface ShellSettings {
  /** Command lines by name; an action names one and can add nothing to it. */
  readonly commands: Readonly<Record<string, readonly string[]>>;
  readonly timeoutSeconds: number;
  readonly memoryMegabytes: number;
}

const Parameters = z.object({ job: z.string() });

/** Runs one of the company's named commands in a sandbox; without one the connector is disabled and says so. */
export function createShellConnector(settings: ShellSettings | null, sandbox: SandboxKind | null): Connector {
  return {
    kind: 'shell',
    honoursKey: false,
    whyUnavailable() {
      if (settings === null) return 'no commands are configured';
      return sandbox === null ? 'this machine has neither bubblewrap nor the right to unshare' : null;
    },
    dryRun: (effect) => Promise.resolve(`run ${JSON.stringify(lineOf(settings, effect))}`),
    call: (effect) =>
      settings === null || sandbox === null
        ? Promise.resolve({ kind: 'refused', reason: 'the shell connector is disabled' })
        : run(settings, sandbox, effect),
    lookup: () => Promise.resolve({ kind: 'cannot-tell', reason: 'a command cannot be asked whether it ran' }),
    readBack: () => Promise.resolve(null),
  };
}

async function run(settings: ShellSettings, sandbox: SandboxKind, effect: EffectRequest): Promise<EffectResult> {
  const command = lineOf(settings, effect);
  if (command === undefined)
    return { kind: 'refused', reason: `there is no command "${Parameters.parse(effect.parameters).job}"` };
  const { code, timedOut, output } = await runSandboxed(sandbox, {
    command,
    cwd: '/',
    timeoutMs: settings.timeoutSeconds * 1_000,
    memoryMegabytes: settings.memoryMegabytes,
  });
  const summary = output.slice(-500);
  if (timedOut) return { kind: 'unclear', reason: `ended after ${String(settings.timeoutSeconds)} s: ${summary}` };
  return code === 0
    ? { kind: 'done', reference: null, summary, response: { code } }
    : { kind: 'refused', reason: `exit code ${String(code)}: ${summary}` };
}

function lineOf(settings: ShellSettings | null, effect: EffectRequest): readonly string[] | undefined {
  const { job } = Parameters.parse(effect.parameters);
  return settings !== null && Object.hasOwn(settings.commands, job) ? settings.commands[job] : undefined;
}
