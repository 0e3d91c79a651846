import { kpiIds, kpis, type KpiId, type TimeScale } from '@ai-cos/catalog';
import { blindAlert } from '../alert-names.ts';
import { kpiLabels, kpiLinks } from '../kpi-labels.ts';
import type { AlertRule, RecordingRule, RuleGroup } from '../rule.ts';
import { keepFiringSeconds } from '../rule-durations.ts';
import { unlessObserved } from './stage-filter.ts';

const latch = 'aicos:kpi_off_target:latch';

/** Company seconds. */
export const blindKeepFiringSeconds = 300;

/** 1 when the last defined status was warning or critical, 0 when it was ok; remembers through gaps by reading itself. */
const latchRule: RecordingRule = {
  record: latch,
  expr: [
    '(',
    '  max by (kpi, store) (aicos_kpi_status{status=~"warning|critical"})',
    '  and on (kpi, store) max by (kpi, store) (aicos_kpi_status{status!="undefined"}) == 1',
    ')',
    `or ${latch}`,
  ].join('\n'),
};

function expression(kpi: KpiId): string {
  return [
    `max by (kpi, store) (aicos_kpi_status{kpi="${kpi}",status="undefined"}) == 1`,
    // A second exporter that still sees the KPI is enough.
    `unless on (kpi, store) max by (kpi, store) (aicos_kpi_status{kpi="${kpi}",status!="undefined"}) == 1`,
    `and on (kpi, store) ${latch}{kpi="${kpi}"} == 1`,
    unlessObserved(kpi),
  ].join('\n');
}

function rule(kpi: KpiId, scale: TimeScale): AlertRule {
  return {
    alert: blindAlert,
    expr: expression(kpi),
    // Undefined is a statement of the exporter, not a missed scrape: no reason to wait.
    forSeconds: 0,
    keepFiringSeconds: keepFiringSeconds(scale, blindKeepFiringSeconds),
    labels: kpiLabels(kpi, 'warning'),
    annotations: {
      summary: `${kpis[kpi].label} was off target and has no value any more{{ if $labels.store }} in {{ $labels.store }}{{ end }}`,
      description:
        'Its feed is late, its query fails or nothing is left to measure. Losing sight is not recovery: what is open stays open.',
      ...kpiLinks(kpi, blindAlert),
    },
  };
}

/** Losing a feed is not recovery: one rule per KPI that fires when a KPI in warning or critical turns undefined. */
export function blindGroups(scale: TimeScale): RuleGroup[] {
  return [{ name: 'aicos-kpi-blind', rules: [latchRule, ...kpiIds.map((kpi) => rule(kpi, scale))] }];
}
