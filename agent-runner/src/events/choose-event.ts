import type { KpiId } from '@ai-cos/catalog';
import type { Severity } from '../contract/index.ts';
import { distance } from '../coordination/correlation/influence-graph.ts';

export interface OpenEvent {
  id: string;
  kpiIds: KpiId[];
  severity: Severity;
  recovering: boolean;
  createdAsOf: Date;
  /** An alert belongs to it; a finding of a snapshot alone draws no alert of another KPI to itself. */
  alerting: boolean;
  /** KPIs that findings of its plan name: an alert of one of them is no surprise. */
  foreseen: KpiId[];
}

/** Symptoms of one cause show within this many business days. */
const WINDOW_DAYS = 5;
const DAY_MS = 86_400_000;
/** Links of the influence graph between two KPIs of one cause at most. */
const MAX_DISTANCE = 2;

/** The open event a newly alarming KPI belongs to: the same KPI first, else the nearest one in the influence graph. */
export function chooseEvent(
  events: readonly OpenEvent[],
  { kpiId, asOf }: { kpiId: KpiId; asOf: Date }
): OpenEvent | undefined {
  const same = events.find(({ kpiIds }) => kpiIds.includes(kpiId));
  if (same !== undefined) return same;
  let chosen: OpenEvent | undefined;
  let nearest = MAX_DISTANCE + 1;
  for (const event of events) {
    if (!event.alerting || Math.abs(asOf.getTime() - event.createdAsOf.getTime()) > WINDOW_DAYS * DAY_MS) continue;
    const linked = Math.min(...event.kpiIds.map((other) => distance(other, kpiId, WINDOW_DAYS)));
    const away = event.foreseen.includes(kpiId) ? Math.min(linked, MAX_DISTANCE) : linked;
    if (away < nearest) {
      nearest = away;
      chosen = event;
    }
  }
  return chosen;
}
