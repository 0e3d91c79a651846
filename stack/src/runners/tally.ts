/** What a test runner did. `problems` are failures without a test of their own, such as a file that does not load. */
export type Tally = { runner: string; passed: number; failed: number; skipped: number; problems: string[] };

/** The last line of `npm test`. */
export function summaryLine(tallies: readonly Tally[]): string {
  const { passed, failed, skipped } = totals(tallies);
  return `${String(passed)} passed, ${String(failed)} failed, ${String(skipped)} skipped`;
}

/** Failing tests fail the run, and so does a runner that ran nothing. */
export function exitCodeOf(tallies: readonly Tally[]): number {
  const idle = tallies.some((tally) => tally.passed + tally.failed + tally.skipped === 0);
  return tallies.length === 0 || idle || totals(tallies).failed > 0 ? 1 : 0;
}

function totals(tallies: readonly Tally[]): { passed: number; failed: number; skipped: number } {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const tally of tallies) {
    sum.passed += tally.passed;
    sum.failed += tally.failed + tally.problems.length;
    sum.skipped += tally.skipped;
  }
  return sum;
}
