import { kpiIds, kpis } from '@ai-cos/catalog';
import { describe, expect, it } from 'vitest';
import { evaluateAlerts, firingAt } from '../evaluation/evaluate-alerts.ts';
import type { StatusHistory } from '../evaluation/status-history.ts';
import { blindAlert } from '../alert-names.ts';
import { stepSeconds, type KpiCase } from './kpi-case.ts';
import { kpiCases } from './kpi-cases.ts';
import { stepsOf } from './steps.ts';

type AnyKpi = (typeof kpiIds)[number];

function history(kpi: AnyKpi, { exporters, stage }: KpiCase): StatusHistory {
  return {
    stepSeconds,
    series: Object.entries(exporters(stepsOf(kpi))).map(([exporter, scrapes]) => ({
      exporter,
      kpi,
      store: '',
      scrapes,
    })),
    stages: { [kpi]: stage ?? 'act' },
  };
}

/** The same cases that promtool runs against the rules: equal there and here means equal to each other. */
describe.each(kpiCases)('$name: an off-target KPI $claim', (kpiCase) => {
  it.each(kpiIds)('%s', (kpi) => {
    const alerts = evaluateAlerts(history(kpi, kpiCase), kpis);

    for (const { step, firing } of kpiCase.checks(stepsOf(kpi))) {
      const names = firingAt(alerts, step * stepSeconds).map(({ alert, labels }) =>
        alert === blindAlert ? 'blind' : labels['severity']
      );
      expect(names.toSorted(), `step ${step}`).toEqual([...firing].sort());
    }
  });
});
