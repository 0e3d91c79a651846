import { places } from '../config/env.ts';
import { print } from '../print.ts';
import { ensureBrowser } from '../tools/browser.ts';
import { ensureTools } from '../tools/ensure.ts';

/** Fetches every program that the tests start. */
export async function tools(): Promise<number> {
  const { promtool } = await fetchTestTools();
  print(`Everything is there, for instance ${promtool}`);
  return 0;
}

export async function fetchTestTools(): Promise<{ promtool: string }> {
  const options = places();
  await ensureBrowser(options.searchPath);
  return ensureTools(['prometheus', 'promtool', 'alertmanager', 'amtool', 'redis'], options);
}
