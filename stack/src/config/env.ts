import { parseEnv } from '@ai-cos/service-kit';
import { z } from 'zod';

import { inRoot } from '../root.ts';

/** The whole environment, for tools that a person would start by hand; services get only what they need. */
export function commandEnvironment(): Record<string, string | undefined> {
  return process.env;
}

const Places = z.object({
  PATH: z.string().default('/usr/local/bin:/usr/bin:/bin'),
  AICOS_HOME: z.string().default(inRoot('.aicos')),
});

/** Where programs are searched and where our state lives. */
export function places(): { searchPath: string; stateFolder: string } {
  const { PATH, AICOS_HOME } = parseEnv(Places, process.env);
  return { searchPath: PATH, stateFolder: AICOS_HOME };
}
