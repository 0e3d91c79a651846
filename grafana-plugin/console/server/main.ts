import { createRequire } from 'node:module';
import { ensureClientBundle } from '../build/client-bundle.ts';
import { distFolder, outFolder, pluginFolder } from '../build/paths.ts';
import { ensurePluginDist } from '../build/plugin-dist.ts';
import { startConsole } from './app.ts';
import { processEnvironment, readConfig } from './config/env.ts';
import { print } from './print.ts';
import { assetFolders } from './static/assets.ts';

const config = readConfig(processEnvironment());
await ensurePluginDist();
await ensureClientBundle();
const { version } = createRequire(import.meta.url)('@grafana/data/package.json') as { version: string };
const { server, url } = await startConsole({
  config,
  distFolder,
  assets: assetFolders(pluginFolder, outFolder),
  nowSeconds: () => Math.floor((performance.timeOrigin + performance.now()) / 1000),
  grafanaVersion: version,
});
print(`console listening on ${url}`);

function stop(): void {
  server.close(() => process.exit(0));
  server.closeAllConnections();
}
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
