import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { PluginRole } from '../proxy/granted-actions.ts';
import type { PluginRoute } from '../proxy/plugin-route.ts';

export interface PluginJson {
  id: string;
  type: string;
  name: string;
  info: Record<string, unknown>;
  includes?: ReadonlyArray<Record<string, unknown>>;
  routes?: readonly PluginRoute[];
  roles?: readonly PluginRole[];
}

export interface InstalledPlugin {
  json: PluginJson;
  folder: string;
}

/** Every plugin.json below the build output: the app and its nested panels, each served from its own folder. */
export function installedPlugins(distFolder: string): Map<string, InstalledPlugin> {
  const plugins = new Map<string, InstalledPlugin>();
  for (const entry of readdirSync(distFolder, { recursive: true, encoding: 'utf8' })) {
    if (path.basename(entry) !== 'plugin.json') {
      continue;
    }
    const file = path.join(distFolder, entry);
    const json = JSON.parse(readFileSync(file, 'utf8')) as PluginJson;
    plugins.set(json.id, { json, folder: path.dirname(file) });
  }
  return plugins;
}

/** The answer of `GET /api/plugins/:id/settings`. */
export function settingsOf({ json }: InstalledPlugin, apiUrl: string): Record<string, unknown> {
  const isApp = json.type === 'app';
  return {
    ...json,
    module: `public/plugins/${json.id}/module.js`,
    baseUrl: `public/plugins/${json.id}`,
    enabled: true,
    pinned: true,
    signature: 'unsigned',
    jsonData: isApp ? { apiUrl } : {},
    secureJsonFields: isApp ? { apiToken: true } : {},
  };
}
