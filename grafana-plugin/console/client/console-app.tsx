import { ThemeContext, type AppPlugin } from '@grafana/data';
import { config, locationService, LocationServiceProvider } from '@grafana/runtime';
import { GlobalStyles, ModalRoot, ModalsProvider, PortalContainer } from '@grafana/ui';
import { Router } from 'react-router-dom';
import { CompatRouter, Navigate, Route, Routes } from 'react-router-dom-v5-compat';
import type { PluginSettings } from './boot-data.ts';
import { ConsoleFrame } from './frame/console-frame.tsx';
import { navLinks } from './frame/nav-links.ts';
import { AppRoute, ConfigRoute } from './routes/app-route.tsx';
import { PanelsRoute } from './routes/panels-route.tsx';

export function ConsoleApp({ plugin }: { plugin: AppPlugin }) {
  const id = plugin.meta.id;
  const links = [
    ...navLinks(plugin.meta as unknown as PluginSettings),
    { text: 'Panels', path: '/panels', icon: 'apps' },
  ];
  return (
    <ThemeContext.Provider value={config.theme2}>
      <GlobalStyles />
      <Router history={locationService.getHistory()}>
        <LocationServiceProvider service={locationService}>
          <CompatRouter>
            <ModalsProvider>
              <ConsoleFrame links={links}>
                <Routes>
                  <Route path={`/a/${id}/*`} element={<AppRoute plugin={plugin} />} />
                  <Route path={`/plugins/${id}`} element={<ConfigRoute plugin={plugin} />} />
                  <Route path="/panels" element={<PanelsRoute />} />
                  <Route path="*" element={<Navigate to={`/a/${id}`} replace />} />
                </Routes>
              </ConsoleFrame>
              <ModalRoot />
              <PortalContainer />
            </ModalsProvider>
          </CompatRouter>
        </LocationServiceProvider>
      </Router>
    </ThemeContext.Provider>
  );
}
