import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { tallyOfReport } from '../src/runners/json-report.ts';
import { exitCodeOf, summaryLine, type Tally } from '../src/runners/tally.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aicos-tally-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function report(testResults: unknown[], counts: Record<string, number> = {}): string {
  const file = join(folder, 'report.json');
  const zero = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };
  writeFileSync(file, JSON.stringify({ ...zero, ...counts, testResults }));
  return file;
}

function tally(overrides: Partial<Tally> = {}): Tally {
  return { runner: 'vitest', passed: 3, failed: 0, skipped: 0, problems: [], ...overrides };
}

describe('summaryLine', () => {
  it('adds up every runner', () => {
    const line = summaryLine([
      tally({ skipped: 1 }),
      tally({ passed: 2, failed: 1, problems: ['a file does not load'] }),
    ]);

    expect(line).toBe('5 passed, 2 failed, 1 skipped');
  });
});

describe('exitCodeOf', () => {
  it('is 0 when everything passed', () => {
    expect(exitCodeOf([tally(), tally()])).toBe(0);
  });

  it('is 1 when a runner ran nothing', () => {
    expect(exitCodeOf([tally(), tally({ passed: 0 })])).toBe(1);
  });

  it('is 1 when nothing failed but a file did not load', () => {
    expect(exitCodeOf([tally({ problems: ['x.test.ts: SyntaxError'] })])).toBe(1);
  });
});

describe('tallyOfReport', () => {
  it('counts a file that does not load as a failure', () => {
    const file = report([{ name: 'x.test.ts', status: 'failed', message: 'SyntaxError', assertionResults: [] }]);

    expect(tallyOfReport('vitest', file, 1).problems).toEqual(['x.test.ts: SyntaxError']);
  });

  it('counts an exit code that no test explains as a failure', () => {
    const file = report([{ name: 'x.test.ts', status: 'passed', assertionResults: [] }], { numPassedTests: 1 });

    expect(tallyOfReport('vitest', file, 1).problems).toEqual(['vitest ended with 1 although no test failed']);
  });

  it('says when a runner wrote no report', () => {
    expect(tallyOfReport('jest', join(folder, 'absent.json'), 1).problems).toEqual(['jest wrote no report']);
  });
});
