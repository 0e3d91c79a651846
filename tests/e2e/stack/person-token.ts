import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { StackProcess } from './stack-process.ts';

const root = join(import.meta.dirname, '..', '..', '..');

/** A personal token, made by the command a person would use. */
export async function personToken(stack: StackProcess, personId: string): Promise<string> {
  const port = stack.env['AICOS_PG_PORT'] ?? '';
  const database = `postgresql://aicos_app:${stack.secret('database-aicos_app')}@127.0.0.1:${port}/aicos`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(root, 'agent-runner/src/cli/main.ts'), 'people', 'token', personId, '--label', 'e2e', '--days', '1'],
    { env: { DATABASE_URL: database, AICOS_COMPANY_FILE: join(root, 'demo/company.yaml') } }
  );
  const token = /aicos_[A-Za-z0-9_-]+/.exec(stdout)?.[0];
  if (token === undefined) throw new Error(`no token for ${personId}: ${stdout}`);
  return token;
}
