import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { runCommand } from '../os/run-command.ts';

/** Downloads Debian packages and unpacks them into a folder: no root, nothing installed, no service started. */
export async function unpackPackages(packages: readonly string[], into: string): Promise<void> {
  const downloads = mkdtempSync(join(tmpdir(), 'aicos-deb-'));
  try {
    await download(packages, downloads, join(into, 'apt'));
    mkdirSync(into, { recursive: true });
    for (const file of readdirSync(downloads).filter((name) => name.endsWith('.deb'))) {
      const { code, output } = await runCommand('dpkg', ['-x', join(downloads, file), into]);
      if (code !== 0) throw new Error(`dpkg could not unpack ${file}: ${output}`);
    }
  } finally {
    rmSync(downloads, { recursive: true, force: true });
  }
}

/** With the system's package lists when it has any, else with lists of our own (a fresh container has none). */
async function download(packages: readonly string[], cwd: string, aptFolder: string): Promise<void> {
  const first = await runCommand('apt-get', ['download', ...packages], { cwd });
  if (first.code === 0) return;
  mkdirSync(join(aptFolder, 'lists', 'partial'), { recursive: true });
  mkdirSync(join(aptFolder, 'cache', 'archives', 'partial'), { recursive: true });
  const own = ['-o', `Dir::State::lists=${aptFolder}/lists`, '-o', `Dir::Cache=${aptFolder}/cache`];
  const update = await runCommand('apt-get', [...own, 'update']);
  const second = await runCommand('apt-get', [...own, 'download', ...packages], { cwd });
  if (second.code === 0) return;
  throw new Error(`apt-get download ${packages.join(' ')} failed:\n${first.output}${update.output}${second.output}`);
}
