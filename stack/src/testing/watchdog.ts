import { rmSync } from 'node:fs';

import { stopPostmaster } from '../postgres/stop.ts';

// Started by the global set-up with its end of our stdin: it closes when vitest ends, however it ends.
const [, , pid, home] = process.argv;
process.stdin.resume();
process.stdin.once('close', () => {
  void endCluster();
});

async function endCluster(): Promise<void> {
  await stopPostmaster(Number(pid));
  if (home !== undefined) rmSync(home, { recursive: true, force: true });
}
