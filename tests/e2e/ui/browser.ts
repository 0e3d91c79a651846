import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import { env } from './config/env.ts';

const candidates = [env.AICOS_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'];

const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The machine's own Chromium; nothing is downloaded. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = candidates.find((path) => path !== undefined && existsSync(path));
  if (executablePath === undefined) {
    throw new Error('no Chromium found: apt-get install chromium, or name one in AICOS_CHROMIUM');
  }
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({ executablePath, args: isRoot ? [...quiet, '--no-sandbox'] : quiet });
}
