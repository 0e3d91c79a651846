import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { canReach, serverAccount } from '../os/account.ts';

export type ClusterHome = { home: string; binariesFolder: string };

/** Below the state folder; as root, when the server's user cannot reach that, a folder under /var/lib that names it by hash. */
export function clusterHomeFor(stateFolder: string): ClusterHome {
  const beside = join(stateFolder, 'postgres');
  if (canReach(serverAccount(), beside)) return { home: beside, binariesFolder: join(stateFolder, 'tools') };
  const hash = createHash('sha256').update(stateFolder).digest('hex').slice(0, 12);
  const base = join('/var/lib/aicos', hash);
  mkdirSync(base, { recursive: true, mode: 0o755 });
  return { home: join(base, 'postgres'), binariesFolder: base };
}
