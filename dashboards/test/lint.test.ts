import { readFileSync } from 'node:fs';
import { metricFamilyOf } from '@ai-cos/catalog';
import { describe, expect, it } from 'vitest';
import { boards, demoBoards, queries, type BoardPanel } from './generated-boards.ts';
import { parseExpression } from './promql.ts';

const ownPanels = ['aicos-approval-panel', 'aicos-simulation-panel', 'aicos-squad-panel'];
const corePanels = ['stat', 'timeseries', 'table', 'bargauge', 'state-timeline'];
const allPanels = boards.flatMap((board) => board.panels.map((panel) => ({ board: board.uid, ...panel })));
const dataPanels = allPanels.filter((panel) => corePanels.includes(panel.type));

function overlap(a: BoardPanel, b: BoardPanel): boolean {
  const apart =
    a.gridPos.x + a.gridPos.w <= b.gridPos.x ||
    b.gridPos.x + b.gridPos.w <= a.gridPos.x ||
    a.gridPos.y + a.gridPos.h <= b.gridPos.y ||
    b.gridPos.y + b.gridPos.h <= a.gridPos.y;
  return !apart;
}

function appRoutes(): string[] {
  const plugin = JSON.parse(readFileSync(new URL('../../grafana-plugin/src/plugin.json', import.meta.url), 'utf8')) as {
    includes: { path?: string }[];
  };
  return plugin.includes.flatMap(({ path }) => (path ? [path.replace('%PLUGIN_ID%', 'aicos-app')] : []));
}

describe('every board', () => {
  it('has a uid of its own, at most 40 characters long', () => {
    const uids = boards.map((board) => board.uid);

    expect(new Set(uids).size).toBe(uids.length);
    for (const uid of uids) expect(uid).toMatch(/^aicos-[a-z-]{1,34}$/);
  });

  it('is classic JSON that a fresh Grafana loads without a form', () => {
    for (const board of boards) {
      expect(board).toMatchObject({ id: null, schemaVersion: 42 });
      expect(board).not.toHaveProperty('__inputs');
    }
  });

  it.each(boards.map((board) => [board.uid, board] as const))('%s numbers its panels from 1', (_uid, board) => {
    expect(board.panels.map((panel) => panel.id)).toEqual(board.panels.map((_, index) => index + 1));
  });

  it.each(boards.map((board) => [board.uid, board] as const))('%s has no overlapping panels', (_uid, board) => {
    const overlapping = board.panels.flatMap((a, index) =>
      board.panels.slice(index + 1).flatMap((b) => (overlap(a, b) ? [`${a.title} × ${b.title}`] : []))
    );

    expect(overlapping).toEqual([]);
    for (const { gridPos } of board.panels) expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
  });

  it('says whose data it shows and whether that is simulated', () => {
    for (const board of boards) {
      expect(
        board.panels.map((panel) => panel.title),
        board.uid
      ).toEqual(expect.arrayContaining(['Company', 'Business time']));
    }
  });

  it('carries no stray fields on its data source variable', () => {
    for (const board of boards) {
      const keys = board.templating.list.flatMap(Object.keys);
      expect(keys.filter((key) => key.startsWith('auto'))).toEqual([]);
    }
  });
});

describe('every panel', () => {
  it('is a core panel or one of ours', () => {
    const types = new Set(allPanels.map((panel) => panel.type));

    expect([...types].filter((type) => !corePanels.includes(type) && !ownPanels.includes(type))).toEqual([]);
    expect([...types]).toEqual(expect.arrayContaining(ownPanels));
  });

  it.each(allPanels.map((panel) => [`${panel.board} / ${panel.title}`, panel] as const))(
    '%s explains itself',
    (_name, panel) => {
      expect(panel.title).not.toBe('');
      expect(panel.description ?? '').not.toBe('');
    }
  );

  it('of data has a unit and reaches Prometheus through the variable alone', () => {
    for (const panel of dataPanels) {
      const where = `${panel.board} / ${panel.title}`;
      expect(panel.fieldConfig?.defaults.unit, where).toBeDefined();
      expect(panel.datasource?.uid, where).toBe('${datasource}');
      for (const target of panel.targets ?? []) expect(target.datasource.uid, where).toBe('${datasource}');
      expect(panel.targets, where).not.toEqual([]);
    }
  });

  it('holds no literal threshold', () => {
    for (const panel of dataPanels) expect(panel.fieldConfig?.defaults.thresholds, panel.title).toBeUndefined();
  });

  it('links to boards and pages that exist', () => {
    const uids = boards.map((board) => board.uid);
    const urls = [
      ...allPanels.flatMap((panel) => (panel.fieldConfig?.defaults.links ?? []).map((link) => link.url)),
      ...boards.flatMap((board) => board.links.filter((link) => link.type === 'link').map((link) => link.url)),
    ];

    expect(urls).not.toEqual([]);
    for (const url of urls) {
      const known = url.startsWith('/d/')
        ? uids.includes(url.split(/[/?]/)[2] ?? '')
        : appRoutes().some((route) => url === route || url.startsWith(`${route}/`));
      expect(known, url).toBe(true);
    }
  });
});

describe('every query', () => {
  it.each(queries.map(({ where, expr }) => [where, expr] as const))('%s parses', (_where, expr) => {
    expect(parseExpression(expr).hasError, expr).toBe(false);
  });

  it('reads only metrics that the catalog lists', () => {
    const unknown = queries.flatMap(({ where, expr }) =>
      parseExpression(expr)
        .metrics.filter((metric) => metricFamilyOf(metric) === undefined)
        .map((metric) => `${where}: ${metric}`)
    );

    expect(unknown).toEqual([]);
  });

  it('takes rates of counters and histograms only, over the interval that Grafana chooses', () => {
    const calls = queries.flatMap(({ where, expr }) => parseExpression(expr).rates.map((call) => ({ where, ...call })));

    expect(calls.length).toBeGreaterThan(10);
    for (const { where, metric, range } of calls) {
      expect(range, where).toBe('$__rate_interval');
      expect(['counter', 'histogram'], where).toContain(metricFamilyOf(metric)?.type);
    }
  });

  it('is found by the reader of expressions, or the two checks above would prove nothing', () => {
    expect(parseExpression('sum(rate(aicos_orders_total[5m])) / sum(')).toMatchObject({ hasError: true });
    expect(parseExpression('sum by (x) (increase(a_total{b="c"}[1h])) + d')).toMatchObject({
      hasError: false,
      metrics: ['a_total', 'd'],
      rates: [{ name: 'increase', metric: 'a_total', range: '1h' }],
    });
  });
});

describe('the rendering of the demo', () => {
  it('scales offsets and time ranges and keeps everything else', () => {
    const production = boards.find((board) => board.uid === 'aicos-kpi-explorer');
    const demo = demoBoards.find((board) => board.uid === 'aicos-kpi-explorer');

    expect(JSON.stringify(production)).toContain('offset 7d');
    expect(JSON.stringify(demo)).toContain('offset 140s');
    expect(demo?.panels.map((panel) => panel.title)).toEqual(production?.panels.map((panel) => panel.title));
  });

  it('shows money in the reporting currency', () => {
    const units = demoBoards.flatMap((board) => board.panels.map((panel) => panel.fieldConfig?.defaults.unit));

    expect(units).toContain('currencyBRL');
    expect(units).not.toContain('currencyEUR');
  });
});
