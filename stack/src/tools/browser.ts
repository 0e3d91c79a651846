import { print } from '../print.ts';
import { runCommand } from '../os/run-command.ts';
import { findBinary } from './find.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** Chromium for the browser tests, installed from Debian when we may; undefined and a message when there is none. */
export async function ensureBrowser(searchPath: string): Promise<string | undefined> {
  const present = findBrowser(searchPath);
  if (present !== undefined) return present;
  if (process.getuid?.() === 0 && findBinary('apt-get', searchPath) !== undefined) {
    print('Installing chromium for the browser tests (apt-get install chromium) …');
    await runCommand('apt-get', ['update']);
    await runCommand('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    });
  }
  const installed = findBrowser(searchPath);
  if (installed === undefined)
    print('No Chromium: the browser tests are skipped. Install the package chromium to run them.');
  return installed;
}

/** A Chromium on PATH. */
export function findBrowser(searchPath: string): string | undefined {
  for (const name of NAMES) {
    const file = findBinary(name, searchPath);
    if (file !== undefined) return file;
  }
  return undefined;
}
