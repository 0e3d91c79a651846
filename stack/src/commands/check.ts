import { CHECK_STEPS } from '../checks/steps.ts';
import { runCommand } from '../os/run-command.ts';
import { print } from '../print.ts';

/** Runs every check, also after one failed, and ends with the list of what failed. */
export async function check(): Promise<number> {
  const failed: string[] = [];
  for (const { name, script, fix } of CHECK_STEPS) {
    const startedAt = performance.now();
    const { code, output } = await runCommand('npm', ['run', '--silent', script]);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    print(`${code === 0 ? 'ok    ' : 'FAILED'} ${name.padEnd(16)} ${seconds.padStart(6)} s`);
    if (code === 0) continue;
    print(output.trimEnd());
    failed.push(fix === undefined ? `${name} (npm run ${script})` : `${name} (${fix})`);
  }
  print(failed.length === 0 ? 'All checks passed.' : `Failed: ${failed.join(', ')}`);
  return failed.length === 0 ? 0 : 1;
}
