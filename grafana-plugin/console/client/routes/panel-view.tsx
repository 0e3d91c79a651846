import {
  applyFieldOverrides,
  EventBusSrv,
  getDefaultTimeRange,
  getPanelOptionsWithDefaults,
  LoadingState,
  PluginContextProvider,
  type PanelPlugin,
  type PluginMeta,
} from '@grafana/data';
import { config } from '@grafana/runtime';
import { PanelChrome } from '@grafana/ui';

interface Props {
  plugin: PanelPlugin;
  id: number;
  title: string;
  width: number;
  height: number;
  options?: Record<string, unknown>;
}

function dataOf(plugin: PanelPlugin, fieldConfig: Parameters<typeof applyFieldOverrides>[0]['fieldConfig']) {
  return applyFieldOverrides({
    data: [],
    fieldConfig,
    fieldConfigRegistry: plugin.fieldConfigRegistry,
    replaceVariables: (text: string) => text,
    theme: config.theme2,
    timeZone: 'browser',
  });
}

/** One panel with the complete props a dashboard would give it. */
export function PanelView({ plugin, id, title, width, height, options = {} }: Props) {
  const timeRange = getDefaultTimeRange();
  const settled = getPanelOptionsWithDefaults({
    plugin,
    currentOptions: options,
    currentFieldConfig: { defaults: {}, overrides: [] },
    isAfterPluginChange: false,
  });
  const Panel = plugin.panel;
  if (Panel === null) {
    return <p>{plugin.meta.id} exports no panel.</p>;
  }
  return (
    <PanelChrome title={title} width={width} height={height}>
      {(innerWidth, innerHeight) => (
        <PluginContextProvider meta={plugin.meta as PluginMeta}>
          <Panel
            id={id}
            title={title}
            data={{ state: LoadingState.Done, series: dataOf(plugin, settled.fieldConfig), timeRange }}
            timeRange={timeRange}
            timeZone="browser"
            options={settled.options}
            fieldConfig={settled.fieldConfig}
            transparent={false}
            width={innerWidth}
            height={innerHeight}
            renderCounter={0}
            replaceVariables={(text: string) => text}
            eventBus={new EventBusSrv()}
            onOptionsChange={() => undefined}
            onFieldConfigChange={() => undefined}
            onChangeTimeRange={() => undefined}
          />
        </PluginContextProvider>
      )}
    </PanelChrome>
  );
}
