import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { runCommand } from '../os/run-command.ts';
import { inRoot } from '../root.ts';
import { tallyOfReport } from './json-report.ts';
import type { Tally } from './tally.ts';

export function runVitest(promtool: string): Promise<Tally> {
  return withReport('vitest', (file) =>
    runCommand('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`], {
      show: 'all',
      env: { AICOS_TEST_PROMTOOL: promtool },
    })
  );
}

export function runJest(): Promise<Tally> {
  return withReport('jest', (file) =>
    runCommand('jest', ['--ci', '--maxWorkers=2', '--json', `--outputFile=${file}`, '--silent'], {
      cwd: inRoot('grafana-plugin'),
      show: 'all',
    })
  );
}

async function withReport(runner: string, run: (file: string) => Promise<{ code: number }>): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'aicos-report-'));
  try {
    const file = join(folder, 'report.json');
    const { code } = await run(file);
    return tallyOfReport(runner, file, code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
