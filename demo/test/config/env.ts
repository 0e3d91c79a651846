import { fileURLToPath } from 'node:url';
import { parseEnv } from '@ai-cos/service-kit';
import { z } from 'zod';

const besideTheRepository = fileURLToPath(new URL('../../../../shared/data', import.meta.url));

/** Where the public data sets lie; they are never part of the repository. */
export const dataFolder = parseEnv(
  z.object({ AICOS_DATA_DIR: z.string().default(besideTheRepository) }),
  process.env
).AICOS_DATA_DIR;
