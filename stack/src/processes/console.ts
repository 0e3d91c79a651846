import type { Installation } from '../installation/installation.ts';
import { inRoot } from '../root.ts';
import { definedOnly } from './environment.ts';
import { answersAt, type ChildRecord } from './record.ts';

/** Shows the plugin's production build without Grafana; builds it on the first start. */
export function consoleProcess({ env, state, ports, urls, secretFiles }: Installation): ChildRecord {
  return {
    name: 'console',
    port: ports.ui,
    command: process.execPath,
    args: [inRoot('grafana-plugin/console/server/main.ts')],
    env: definedOnly({
      AICOS_UI_PORT: ports.ui,
      AICOS_UI_URL: urls.ui,
      AICOS_RUNNER_URL: urls.runner,
      AICOS_PLUGIN_TOKEN_FILE: secretFiles['plugin-token'],
      AICOS_HOME: state.home,
      AICOS_BIND: env.AICOS_BIND,
    }),
    cwd: inRoot('grafana-plugin'),
    ready: answersAt(`http://127.0.0.1:${ports.ui}/`),
    readyWithinMs: 300_000,
    stopSignal: 'SIGTERM',
  };
}
