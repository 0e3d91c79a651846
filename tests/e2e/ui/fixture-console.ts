import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureClientBundle } from '../../../grafana-plugin/console/build/client-bundle.ts';
import { distFolder, outFolder, pluginFolder } from '../../../grafana-plugin/console/build/paths.ts';
import { ensurePluginDist } from '../../../grafana-plugin/console/build/plugin-dist.ts';
import { startConsole } from '../../../grafana-plugin/console/server/app.ts';
import { assetFolders } from '../../../grafana-plugin/console/server/static/assets.ts';
import { startFixtureRunner, type FixtureRunner } from './fixture-runner/server.ts';
import { createSimulatedState, type FixtureState } from './fixture-runner/state.ts';

export interface FixtureConsole {
  base: string;
  runner: FixtureRunner;
  close: () => Promise<void>;
}

export function wallMilliseconds(): number {
  return performance.timeOrigin + performance.now();
}

/** The console with the production build, before a runner that holds simulated data in memory. */
export async function startFixtureConsole(
  state: FixtureState = createSimulatedState(wallMilliseconds)
): Promise<FixtureConsole> {
  await ensurePluginDist();
  await ensureClientBundle();
  const runner = await startFixtureRunner(state);
  const stateFolder = mkdtempSync(join(tmpdir(), 'aicos-ui-test-'));
  const { server, url } = await startConsole({
    config: {
      port: 0,
      bind: '127.0.0.1',
      runnerUrl: new URL(runner.url),
      pluginToken: 'secret-of-the-test',
      stateFolder,
      issuer: undefined,
    },
    distFolder,
    assets: assetFolders(pluginFolder, outFolder),
    nowSeconds: () => Math.floor(wallMilliseconds() / 1000),
    grafanaVersion: '12.4.10',
  });
  return {
    base: url.replace(/\/$/, ''),
    runner,
    async close() {
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      });
      await runner.close();
      rmSync(stateFolder, { recursive: true });
    },
  };
}
