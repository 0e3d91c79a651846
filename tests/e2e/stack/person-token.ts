import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { StackProcess } from './stack-process.ts';

const root = join(import.meta.dirname, '..', '..', '..');

/** A personal token, made by the command a person would use, with the owner's rights on AI-COS's own database. */
export async function personToken(stack: StackProcess, personId: string): Promise<string> {
  const port = stack.env['AICOS_PG_PORT'] ?? '';
  const owner = `postgresql://aicos_owner:${stack.secret('database-aicos_owner')}@127.0.0.1:${port}/aicos`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(root, 'agent-runner/src/cli/main.ts'), 'people', 'token', personId, '--label', 'e2e', '--days', '1'],
    { env: { AICOS_DATABASE_OWNER_URL: owner, AICOS_COMPANY_FILE: join(root, 'demo/company.yaml') } }
  );
  const token = /aicos_[A-Za-z0-9_-]+/.exec(stdout)?.[0];
  if (token === undefined) throw new Error(`no token for ${personId}: ${stdout}`);
  return token;
}
