import { ensureClientBundle } from './build/client-bundle.ts';
import { ensurePluginDist } from './build/plugin-dist.ts';
import { print } from './server/print.ts';

const [plugin, client] = [await ensurePluginDist(), await ensureClientBundle()];
print(`plugin ${plugin ? 'built' : 'up to date'}, console ${client ? 'bundled' : 'up to date'}`);
