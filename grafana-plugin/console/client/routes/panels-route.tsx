import { useEffect, useState } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2, PanelPlugin } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { useLocation } from 'react-router-dom-v5-compat';
import { consoleBoot } from '../boot-data.ts';
import { loadPanel } from '../startup/load-plugin.ts';
import { PanelView } from './panel-view.tsx';

interface Wanted {
  ids: string[];
  width: number | undefined;
  height: number;
  options: Record<string, unknown>;
}

function numberOf(text: string | null): number | undefined {
  const value = Number(text);
  return text === null || !Number.isFinite(value) ? undefined : value;
}

/** `?panel=<id>&width=&height=&options=<json>` picks one panel; without it all three stand together as on the dashboard. */
function wantedOf(search: string): Wanted {
  const query = new URLSearchParams(search);
  const { panels } = consoleBoot().pluginIds;
  const one = query.get('panel');
  return {
    ids: one === null ? panels : panels.filter((id) => id === one),
    width: numberOf(query.get('width')),
    height: numberOf(query.get('height')) ?? 560,
    options: JSON.parse(query.get('options') ?? '{}') as Record<string, unknown>,
  };
}

function usePanels(ids: string[]): PanelPlugin[] {
  const [plugins, setPlugins] = useState<PanelPlugin[]>([]);
  const key = ids.join();
  useEffect(() => {
    let current = true;
    void Promise.all(key.split(',').map(loadPanel)).then((loaded) => current && setPlugins(loaded));
    return () => {
      current = false;
    };
  }, [key]);
  return plugins;
}

function useWindowWidth(): number {
  const [width, setWidth] = useState(window.innerWidth);
  useEffect(() => {
    const onResize = () => setWidth(window.innerWidth);
    window.addEventListener('resize', onResize);
    return () => window.removeEventListener('resize', onResize);
  }, []);
  return width;
}

export function PanelsRoute() {
  const styles = useStyles2(getStyles);
  const { search } = useLocation();
  const { ids, width, height, options } = wantedOf(search);
  const plugins = usePanels(ids);
  const available = useWindowWidth();
  const full = available - (available > 768 ? 232 : 24);
  return (
    <div className={styles.board}>
      {plugins.map((plugin, index) => (
        <PanelView
          key={plugin.meta.id}
          plugin={plugin}
          id={index + 1}
          title={plugin.meta.name}
          width={width ?? full}
          height={height}
          options={options}
        />
      ))}
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    board: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1), padding: theme.spacing(1.5) }),
  };
}
