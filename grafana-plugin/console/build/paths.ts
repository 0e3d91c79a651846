import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const pluginFolder = fileURLToPath(new URL('../..', import.meta.url));
export const distFolder = path.join(pluginFolder, 'dist');
export const clientFolder = path.join(pluginFolder, 'console', 'client');
export const outFolder = path.join(pluginFolder, 'console', 'out');
export const catalogFolder = path.join(pluginFolder, '..', 'catalog', 'src');
export const runbookFolder = path.join(pluginFolder, '..', 'alert-rules', 'runbooks');
