import type { Installation } from '../installation/installation.ts';
import { demoEnvironment } from '../processes/demo.ts';
import { inRoot } from '../root.ts';
import { runTask } from '../supervision/run-task.ts';
import { step } from './progress.ts';

/** Brings the tables of both databases up to date, each with the role that owns them. */
export async function migrate(installation: Installation, abort: AbortSignal): Promise<void> {
  const { databases, state } = installation;
  const runNode = (name: string, args: string[], env: Record<string, string>): Promise<void> =>
    runTask({ name, command: process.execPath, args, env }, state.logs, abort);
  await step('Tables of AI-COS', () =>
    runNode('migrate-aicos', [inRoot('agent-runner/src/db/main.ts')], {
      AICOS_DATABASE_OWNER_URL: databases.aicosOwnerUrl,
    })
  );
  if (!installation.isDemo) return;
  await step('Tables of the demo company', () =>
    runNode('migrate-demo', [inRoot('demo/src/cli/main.ts'), 'migrate'], demoEnvironment(installation))
  );
}
