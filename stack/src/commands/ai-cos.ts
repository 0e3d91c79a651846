import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { commandEnvironment, places } from '../config/env.ts';
import { findRunning } from '../installation/running.ts';
import { inRoot } from '../root.ts';

/** The runner's command line, told where the installation of this machine listens unless the person says otherwise. */
export async function aiCos(args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [inRoot('agent-runner/src/cli/main.ts'), ...args], {
    stdio: 'inherit',
    env: { ...localInstallation(), ...commandEnvironment() },
  });
  return new Promise((resolve) => child.once('close', (code) => resolve(code ?? 1)));
}

function localInstallation(): Record<string, string> {
  const { stateFolder } = places();
  const running = findRunning(join(stateFolder, 'run'));
  if (running === undefined) return {};
  const found: Record<string, string> = { AICOS_RUNNER_URL: running.urls.runner };
  if (running.companyFile !== undefined) found['AICOS_COMPANY_FILE'] = running.companyFile;
  if (running.postgresPort !== undefined) {
    const password = readFileSync(join(stateFolder, 'secrets', 'database-aicos_app'), 'utf8').trim();
    found['DATABASE_URL'] = `postgresql://aicos_app:${password}@127.0.0.1:${running.postgresPort}/aicos`;
  }
  return found;
}
