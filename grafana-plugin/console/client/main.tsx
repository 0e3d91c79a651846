import { initPluginTranslations } from '@grafana/i18n';
import { setPluginPage } from 'grafana-internals/plugin-page';
import { createRoot } from 'react-dom/client';
import { consoleBoot } from './boot-data.ts';
import { ConsoleApp } from './console-app.tsx';
import { PluginPageFrame } from './frame/plugin-page-frame.tsx';
import { installServices } from './services/install-services.ts';
import { registerExternals } from './startup/externals.ts';
import { loadApp } from './startup/load-plugin.ts';
import { registerPanelEditors } from './startup/panel-editors.ts';

async function start(container: HTMLElement): Promise<void> {
  registerExternals();
  await initPluginTranslations('grafana');
  installServices();
  registerPanelEditors();
  setPluginPage(PluginPageFrame);
  const plugin = await loadApp(consoleBoot().pluginIds.app);
  createRoot(container).render(<ConsoleApp plugin={plugin} />);
  window.aicosConsoleReady = true;
}

const container = document.getElementById('reactRoot');
if (container === null) {
  throw new Error('the page has no element #reactRoot');
}
start(container).catch((error: unknown) => {
  const text = error instanceof Error ? (error.stack ?? error.message) : JSON.stringify(error);
  container.textContent = `The console could not start.\n\n${text}`;
  container.setAttribute('role', 'alert');
  container.style.whiteSpace = 'pre-wrap';
});
