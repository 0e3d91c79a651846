import { PluginContextProvider, type AppPlugin, type PluginMeta } from '@grafana/data';
import { useLocation } from 'react-router-dom-v5-compat';

interface Props {
  plugin: AppPlugin;
}

export function AppRoute({ plugin }: Props) {
  const { pathname, search } = useLocation();
  const { root: Root, meta } = plugin;
  if (Root === undefined) {
    return <p>The app has no root page.</p>;
  }
  return (
    <PluginContextProvider meta={meta as PluginMeta}>
      <Root
        meta={meta}
        basename={`/a/${meta.id}`}
        path={pathname}
        query={Object.fromEntries(new URLSearchParams(search))}
        onNavChanged={() => undefined}
      />
    </PluginContextProvider>
  );
}

export function ConfigRoute({ plugin }: Props) {
  const [page] = plugin.configPages ?? [];
  const { search } = useLocation();
  if (page === undefined) {
    return <p>The app has no configuration page.</p>;
  }
  const Body = page.body;
  return (
    <PluginContextProvider meta={plugin.meta as PluginMeta}>
      <Body plugin={plugin} query={Object.fromEntries(new URLSearchParams(search))} />
    </PluginContextProvider>
  );
}
