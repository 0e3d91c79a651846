import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

import type { StackEnvironment } from '../config/env.ts';
import { runCommand } from '../os/run-command.ts';
import { findBinary } from '../tools/find.ts';

export type UserInterface =
  { kind: 'given' } | { kind: 'grafana'; binary: string; homePath: string; version: string } | { kind: 'console' };

const OLDEST_MAJOR = 12;
const OLDEST_MINOR = 3;

/** A Grafana that is named, else one on the machine that is new enough for the plugin, else our console. */
export async function chooseUserInterface(env: StackEnvironment): Promise<UserInterface> {
  if (env.GRAFANA_URL !== undefined) return { kind: 'given' };
  const binary =
    env.GRAFANA_HOME === undefined ? findBinary('grafana', env.PATH) : join(env.GRAFANA_HOME, 'bin', 'grafana');
  if (binary === undefined || !existsSync(binary)) return { kind: 'console' };
  const { output } = await runCommand(binary, ['--version']);
  const version = /(\d+)\.(\d+)\.\d+/.exec(output);
  const [text = '', major = '0', minor = '0'] = version ?? [];
  const isNewEnough = Number(major) > OLDEST_MAJOR || (Number(major) === OLDEST_MAJOR && Number(minor) >= OLDEST_MINOR);
  if (!isNewEnough) return { kind: 'console' };
  return { kind: 'grafana', binary, version: text, homePath: env.GRAFANA_HOME ?? homeOf(binary) };
}

/** Packages put the files below /usr/share/grafana, archives beside the `bin` folder. */
function homeOf(binary: string): string {
  const packaged = '/usr/share/grafana';
  return existsSync(packaged) ? packaged : dirname(dirname(binary));
}
