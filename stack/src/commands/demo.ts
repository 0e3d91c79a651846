import { runDemo } from '../demo-run/run.ts';
import type { ScenarioRequest } from '../demo-run/demo-company.ts';
import { print } from '../print.ts';
import { bringUp } from '../start/up.ts';
import { stopSignal } from '../start/stop-signal.ts';

/** Proof without anybody at the keyboard: what was found out stands on the last line as JSON. */
export async function demo(request: ScenarioRequest): Promise<number> {
  print(`Demo of the incident ${request.name} (simulated company)`);
  const ended = stopSignal();
  const stack = await bringUp(ended.signal);
  try {
    const result = await runDemo(stack.installation, request, ended.signal);
    await stack.stop();
    print(JSON.stringify(result));
    return result.verified ? 0 : 1;
  } finally {
    await stack.stop();
  }
}
