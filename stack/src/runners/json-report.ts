import { existsSync, readFileSync } from 'node:fs';

import type { Tally } from './tally.ts';

/** The part of the report format that vitest and jest share. */
type Report = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { name: string; status: string; message?: string; assertionResults: { status: string }[] }[];
};

/** Reads a runner's report; an exit code that the report does not explain counts as a failure too. */
export function tallyOfReport(runner: string, file: string, exitCode: number): Tally {
  if (!existsSync(file)) return { runner, passed: 0, failed: 0, skipped: 0, problems: [`${runner} wrote no report`] };
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  const problems: string[] = [];
  for (const { name, status, message, assertionResults } of report.testResults) {
    const explained = assertionResults.some((assertion) => assertion.status === 'failed');
    if (status === 'failed' && !explained) problems.push(`${name}: ${message ?? 'did not load'}`);
  }
  if (exitCode !== 0 && report.numFailedTests === 0 && problems.length === 0) {
    problems.push(`${runner} ended with ${String(exitCode)} although no test failed`);
  }
  return {
    runner,
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
    problems,
  };
}
