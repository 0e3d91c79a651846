import React, { lazy, Suspense } from 'react';
import { AppPlugin, PluginExtensionPoints, type AppRootProps } from '@grafana/data';
import { LoadingPlaceholder } from '@grafana/ui';
import { alertLink } from './extensions/alert-link.ts';
import { panelLink } from './extensions/panel-link.ts';
import { links } from './links.ts';

const LazyApp = lazy(async () => ({ default: (await import('./app/App.tsx')).App }));
const LazyConfig = lazy(async () => ({ default: (await import('./components/AppConfig/AppConfig.tsx')).AppConfig }));

function AppRoot(props: AppRootProps) {
  return (
    <Suspense fallback={<LoadingPlaceholder text="Loading AI-COS" />}>
      <LazyApp {...props} />
    </Suspense>
  );
}

function ConfigBody(props: React.ComponentProps<typeof LazyConfig>) {
  return (
    <Suspense fallback={<LoadingPlaceholder text="Loading the settings" />}>
      <LazyConfig {...props} />
    </Suspense>
  );
}

export const plugin = new AppPlugin()
  .setRootPage(AppRoot)
  .addConfigPage({ title: 'Connection', icon: 'plug', body: ConfigBody, id: 'connection' })
  .addLink({
    targets: ['grafana/alerting/instance/action', 'grafana/alerting/alertingrule/action'],
    title: 'Open coordination plan',
    description: 'The plan AI-COS made for this alert',
    path: links.coordination(),
    configure: alertLink,
  })
  .addLink({
    targets: [PluginExtensionPoints.DashboardPanelMenu],
    title: 'Simulate this KPI',
    description: 'What would move this KPI, and by how much',
    path: links.newSimulation(),
    configure: panelLink,
  });
