import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

import type { Installation } from '../installation/installation.ts';
import { inRoot } from '../root.ts';
import { answersAt, type ChildRecord } from './record.ts';

/** A Grafana of the machine, with our plugin, data sources and dashboards provisioned. */
export function grafanaProcess(installation: Installation, grafana: { binary: string; homePath: string }): ChildRecord {
  const { env, state, ports, urls } = installation;
  const pluginIds = ['aicos-app', 'aicos-approval-panel', 'aicos-simulation-panel', 'aicos-squad-panel'];
  return {
    name: 'grafana',
    port: ports.ui,
    command: grafana.binary,
    args: ['server', '--homepath', grafana.homePath],
    env: {
      GF_SERVER_HTTP_ADDR: env.AICOS_BIND,
      GF_SERVER_HTTP_PORT: String(ports.ui),
      // The root address is the issuer of the identity tokens that the runner verifies.
      GF_SERVER_ROOT_URL: `${urls.ui}/`,
      GF_PATHS_DATA: join(state.home, 'grafana'),
      GF_PATHS_LOGS: join(state.logs, 'grafana'),
      GF_PATHS_PLUGINS: pluginsFolder(state.home),
      GF_PATHS_PROVISIONING: join(state.generated, 'grafana'),
      GF_PLUGINS_ALLOW_LOADING_UNSIGNED_PLUGINS: pluginIds.join(','),
      GF_FEATURE_TOGGLES_ENABLE: 'idForwarding',
      GF_ANALYTICS_REPORTING_ENABLED: 'false',
      GF_ANALYTICS_CHECK_FOR_UPDATES: 'false',
    },
    ready: answersAt(`${urls.ui}/api/health`),
    readyWithinMs: 120_000,
    stopSignal: 'SIGTERM',
  };
}

/** Grafana wants a folder of plugins; ours stays where it was built. */
function pluginsFolder(home: string): string {
  const folder = join(home, 'grafana-plugins');
  mkdirSync(folder, { recursive: true });
  if (!existsSync(join(folder, 'aicos-app'))) symlinkSync(inRoot('grafana-plugin', 'dist'), join(folder, 'aicos-app'));
  return folder;
}
