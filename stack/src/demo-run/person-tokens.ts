import { spawn } from 'node:child_process';

import type { Installation } from '../installation/installation.ts';
import { definedOnly } from '../processes/environment.ts';
import { inRoot } from '../root.ts';

/** Creates a personal token as the operator of the database, as `npm run ai-cos -- people token` does; it is never written down. */
export async function createPersonToken(installation: Installation, personId: string): Promise<string> {
  const child = spawn(
    process.execPath,
    [inRoot('agent-runner/src/cli/main.ts'), 'people', 'token', personId, '--label', 'npm run demo', '--days', '1'],
    {
      env: definedOnly({
        DATABASE_URL: installation.databases.aicosAppUrl,
        AICOS_COMPANY_FILE: installation.companyFile,
      }),
      stdio: ['ignore', 'pipe', 'pipe'],
    }
  );
  const output: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  await new Promise((resolve) => child.once('close', resolve));
  const token = /aicos_[A-Za-z0-9_-]+/.exec(Buffer.concat(output).toString('utf8'))?.[0];
  if (token === undefined)
    throw new Error(`no token for ${personId}: ${Buffer.concat(errors).toString('utf8').trim()}`);
  return token;
}
