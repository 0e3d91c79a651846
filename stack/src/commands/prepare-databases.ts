import { parseEnv } from '@ai-cos/service-kit';
import { z } from 'zod';

import { commandEnvironment } from '../config/env.ts';
import { ensureDatabases, ensureRoles } from '../database/roles.ts';
import { withClient } from '../postgres/connection.ts';
import { print } from '../print.ts';

const Environment = z.object({
  /** Address of the server's superuser. */
  AICOS_SUPERUSER_URL: z.url(),
  /** One password for all roles: the server of docker compose is reached by its own containers alone. */
  AICOS_DATABASE_PASSWORD: z.string().min(1),
});

const { AICOS_SUPERUSER_URL, AICOS_DATABASE_PASSWORD } = parseEnv(Environment, commandEnvironment());
await withClient(AICOS_SUPERUSER_URL, async (client) => {
  await ensureRoles(client, () => AICOS_DATABASE_PASSWORD);
  await ensureDatabases(client);
});
print('Roles and databases are there.');
