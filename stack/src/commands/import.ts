import { stackEnvironment } from '../config/env.ts';
import { ensureImportDatabase } from '../database/import-database.ts';
import { openDatabases } from '../installation/databases.ts';
import { findRunning } from '../installation/running.ts';
import { openStateFolder } from '../installation/state-folder.ts';
import { runCommand } from '../os/run-command.ts';
import { print } from '../print.ts';
import { inRoot } from '../root.ts';

/** Loads a real data set into a database beside the simulated company and says how to watch it. */
export async function importData(dataset: string, folder: string): Promise<number> {
  const env = stackEnvironment();
  const state = openStateFolder(env.AICOS_HOME);
  if (findRunning(state.run) !== undefined)
    throw new Error('stop npm start first (Ctrl-C): the import needs its database server');
  const databases = await openDatabases(env, state);
  const { cluster } = databases;
  if (cluster === undefined)
    throw new Error('unset DATABASE_URL and AICOS_SOURCE_URL: the import uses the embedded server');
  try {
    const { name, ownerUrl } = await ensureImportDatabase(cluster, databases, dataset);
    const { code, output } = await runCommand(
      process.execPath,
      [inRoot('demo/src/cli/main.ts'), 'import', dataset, folder],
      { show: 'all', env: { AICOS_DEMO_DATABASE_URL: ownerUrl } }
    );
    if (code !== 0) return code;
    const clock = /AICOS_CLOCK=(\S+)/.exec(output)?.[1] ?? 'wall';
    print(`Next: AICOS_SOURCE_DATABASE=${name} AICOS_CLOCK=${clock} npm start`);
    return 0;
  } finally {
    await cluster.stop();
  }
}
