import { renderDashboards } from '@ai-cos/dashboards';
import type { TimeScale } from '@ai-cos/catalog';

export interface BoardQuery {
  readonly where: string;
  readonly expr: string;
}

interface Board {
  uid: string;
  panels: { title: string; targets?: { refId: string; expr: string }[] }[];
}

/** Every query of every board, with Grafana's variables filled in as a viewer would. */
export function boardQueries(scale: TimeScale): BoardQuery[] {
  const interval = `${String(5 * scale.scrapeSeconds)}s`;
  return [...renderDashboards(scale).values()].flatMap((text) => {
    const board = JSON.parse(text) as Board;
    return board.panels.flatMap((panel) =>
      (panel.targets ?? []).map(({ refId, expr }) => ({
        where: `${board.uid} / ${panel.title} / ${refId}`,
        expr: expr.replaceAll('$__rate_interval', interval).replaceAll('$kpi', 'conversion_rate'),
      }))
    );
  });
}

/** Queries that are rightly empty on a healthy, young installation; the key begins `where`. */
export const rightlyEmpty: Readonly<Record<string, string>> = {
  'aicos-coordination / Accepted, by agent': 'nobody has decided yet',
  'aicos-coordination / Successful, by agent': 'no action has been judged yet',
  'aicos-coordination / Actions by state': 'no action was proposed yet',
  'aicos-coordination / Open events by type': 'no event is open',
  'aicos-coordination / Lead times': 'nothing was planned or decided yet',
  'aicos-coordination / Decisions': 'nobody has decided yet',
  'aicos-coordination / Refused decisions': 'no decision was refused',
  'aicos-stack-operations / Without a value': 'every KPI has a value',
  'aicos-stack-operations / Failing collectors': 'no collector fails',
  'aicos-stack-operations / Failed stages': 'no stage failed',
  'aicos-stack-operations / Stages, p95': 'no stage has worked yet',
  'aicos-two-worlds /': 'there is no second world before the first action ran',
};
