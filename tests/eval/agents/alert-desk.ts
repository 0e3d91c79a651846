import { evaluateAlerts, firingAt, type FiringAlert, type StatusSample, type StatusSeries } from '@ai-cos/alert-rules';
import { kpiIds, kpis, type KpiId, type KpisResponse } from '@ai-cos/catalog';

/** What Alertmanager would send at the end of a day. */
export interface AlertChange {
  readonly status: 'firing' | 'resolved';
  readonly alert: FiringAlert;
}

export interface AlertDesk {
  /** Adds a day of statuses and gives the alerts that began or ended on it. */
  record(readings: KpisResponse): AlertChange[];
}

/** Two evaluations per business day: the `for` of every rule is shorter, as in production. */
const stepSeconds = 43_200;

/** Feeds the statuses of each day through the pure twin of the alert rules. */
export function openAlertDesk(): AlertDesk {
  const scrapes = new Map<KpiId, StatusSample[]>(kpiIds.map((id) => [id, []]));
  let firing = new Map<string, FiringAlert>();
  return {
    record({ kpis: readings }) {
      for (const { id, status, significant } of readings) {
        const sample = { status, significant };
        scrapes.get(id)?.push(sample, sample);
      }
      const series: StatusSeries[] = [...scrapes].map(([kpi, samples]) => ({
        exporter: 'eval',
        kpi,
        store: '',
        scrapes: samples,
      }));
      const steps = series[0]?.scrapes.length ?? 0;
      const now = firingAt(evaluateAlerts({ stepSeconds, series }, kpis), (steps - 1) * stepSeconds);
      const current = new Map(now.map((alert) => [nameOf(alert), alert]));
      const changes = changesBetween(firing, current);
      firing = current;
      return changes;
    },
  };
}

function nameOf({ alert, labels }: FiringAlert): string {
  return `${alert} ${labels['severity'] ?? ''} ${labels['kpi'] ?? ''}`;
}

/** A critical alert inhibits the warning of the same KPI, as Alertmanager does. */
function changesBetween(before: Map<string, FiringAlert>, now: Map<string, FiringAlert>): AlertChange[] {
  const began = [...now].filter(([name]) => !before.has(name)).map(([, alert]) => alert);
  const ended = [...before].filter(([name]) => !now.has(name)).map(([, alert]) => alert);
  const critical = new Set(
    [...now.values()].filter((alert) => alert.labels['severity'] === 'critical').map((alert) => alert.labels['kpi'])
  );
  return [
    ...began
      .filter(({ labels }) => labels['severity'] === 'critical' || !critical.has(labels['kpi']))
      .map((alert) => ({ status: 'firing' as const, alert })),
    ...ended.map((alert) => ({ status: 'resolved' as const, alert })),
  ];
}
