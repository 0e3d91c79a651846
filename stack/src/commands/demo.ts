import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

import { stackEnvironment, type StackEnvironment } from '../config/env.ts';
import { removeInstallation } from '../installation/remove.ts';
import { runDemo } from '../demo-run/run.ts';
import type { ScenarioRequest } from '../demo-run/demo-company.ts';
import { print } from '../print.ts';
import { bringUp } from '../start/up.ts';
import { stopSignal } from '../start/stop-signal.ts';

/** Proof without anybody at the keyboard: what was found out stands on the last line as JSON. */
export async function demo(request: ScenarioRequest): Promise<number> {
  print(`Demo of the incident ${request.name} (simulated company)`);
  const ended = stopSignal();
  const stack = await bringUp(await freshEnvironment(), ended.signal);
  try {
    const result = await runDemo(stack.installation, request, ended.signal);
    await stack.stop();
    print(JSON.stringify(result));
    return result.verified ? 0 : 1;
  } finally {
    await stack.stop();
  }
}

/** A company of its own that no earlier incident has touched; the unpacked programs are shared. */
async function freshEnvironment(): Promise<StackEnvironment> {
  const env = stackEnvironment();
  const home = join(env.AICOS_HOME, 'demo');
  await removeInstallation(home);
  mkdirSync(join(env.AICOS_HOME, 'tools'), { recursive: true });
  mkdirSync(home, { recursive: true });
  symlinkSync(join(env.AICOS_HOME, 'tools'), join(home, 'tools'));
  return { ...env, AICOS_HOME: home };
}
