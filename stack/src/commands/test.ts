import { places } from '../config/env.ts';
import { print, printError } from '../print.ts';
import { runPromtool } from '../runners/promtool.ts';
import { runJest, runVitest } from '../runners/script-runner.ts';
import { exitCodeOf, summaryLine, type Tally } from '../runners/tally.ts';
import { ensureBrowser } from '../tools/browser.ts';
import { ensureTools } from '../tools/ensure.ts';

/** Runs every runner one after the other (two cores) and ends with one line over all of them. */
export async function test(): Promise<number> {
  const { searchPath, stateFolder } = places();
  const browser = await ensureBrowser(searchPath);
  const tools = await ensureTools(['prometheus', 'promtool', 'alertmanager', 'amtool'], { searchPath, stateFolder });
  const env = {
    AICOS_TEST_PROMETHEUS: tools.prometheus,
    AICOS_TEST_PROMTOOL: tools.promtool,
    AICOS_TEST_ALERTMANAGER: tools.alertmanager,
    AICOS_TEST_AMTOOL: tools.amtool,
    ...(browser === undefined ? {} : { AICOS_TEST_BROWSER: browser }),
  };
  const tallies: Tally[] = [await runPromtool(tools.promtool), await runVitest(env), await runJest()];
  print();
  for (const { runner, passed, failed, skipped, problems } of tallies) {
    print(`${runner}: ${passed} passed, ${failed + problems.length} failed, ${skipped} skipped`);
    for (const problem of problems) printError(`  ${problem}`);
  }
  print(summaryLine(tallies));
  return exitCodeOf(tallies);
}
