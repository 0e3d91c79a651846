import { print, printError } from '../print.ts';
import { runPromtool } from '../runners/promtool.ts';
import { runJest, runVitest } from '../runners/script-runner.ts';
import { exitCodeOf, summaryLine, type Tally } from '../runners/tally.ts';
import { fetchTestTools } from './tools.ts';

/** Runs every runner one after the other (two cores) and ends with one line over all of them. */
export async function test(): Promise<number> {
  const { promtool } = await fetchTestTools();
  const tallies: Tally[] = [await runPromtool(promtool), await runVitest(promtool), await runJest()];
  print();
  for (const { runner, passed, failed, skipped, problems } of tallies) {
    print(`${runner}: ${passed} passed, ${failed + problems.length} failed, ${skipped} skipped`);
    for (const problem of problems) printError(`  ${problem}`);
  }
  print(summaryLine(tallies));
  return exitCodeOf(tallies);
}
