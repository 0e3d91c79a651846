import { chmodSync } from 'node:fs';
import { join } from 'node:path';

import { ensurePrivateFolder } from '../os/private-folder.ts';

/** Everything an installation keeps on disk, except the data of PostgreSQL run by another user. */
export type StateFolder = {
  home: string;
  secrets: string;
  run: string;
  logs: string;
  generated: string;
  prometheus: string;
  alertmanager: string;
};

export function openStateFolder(home: string): StateFolder {
  const state: StateFolder = {
    home,
    secrets: join(home, 'secrets'),
    run: join(home, 'run'),
    logs: join(home, 'logs'),
    generated: join(home, 'generated'),
    prometheus: join(home, 'prometheus'),
    alertmanager: join(home, 'alertmanager'),
  };
  for (const folder of Object.values(state)) ensurePrivateFolder(folder);
  // The user that runs PostgreSQL for root must pass through; every folder below is private by itself.
  chmodSync(home, 0o711);
  return state;
}
