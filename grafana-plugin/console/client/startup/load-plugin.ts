import type { AppPlugin, PanelPlugin } from '@grafana/data';
import { getBackendSrv } from '@grafana/runtime';
import type { PluginSettings } from '../boot-data.ts';

async function loadModule<P extends AppPlugin | PanelPlugin>(id: string): Promise<{ plugin: P; meta: PluginSettings }> {
  const meta: PluginSettings = await getBackendSrv().get(`/api/plugins/${id}/settings`);
  const exports = await window.System.import(new URL(meta.module, document.baseURI).href);
  const plugin = (await exports['plugin']) as P | undefined;
  if (plugin === undefined) {
    throw new Error(`${meta.module} exports no plugin: build it with npm run build -w grafana-plugin`);
  }
  plugin.meta = meta as P['meta'];
  return { plugin, meta };
}

export async function loadApp(id: string): Promise<AppPlugin> {
  const { plugin, meta } = await loadModule<AppPlugin>(id);
  plugin.init(meta as AppPlugin['meta']);
  return plugin;
}

export async function loadPanel(id: string): Promise<PanelPlugin> {
  return (await loadModule<PanelPlugin>(id)).plugin;
}
