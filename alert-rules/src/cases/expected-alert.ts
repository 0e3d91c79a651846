import { kpis, thresholdSeries, type KpiId, type ThresholdLevel } from '@ai-cos/catalog';
import { blindAlert, offTargetAlert } from '../alert-names.ts';
import { kpiLabels, kpiLinks } from '../kpi-labels.ts';
import type { Severity } from '../rule.ts';
import { valueText } from '../value-text.ts';
import { caseCurrency, caseValue } from './kpi-series.ts';
import type { Firing } from './kpi-case.ts';
import type { ExpectedAlert } from './promtool-file.ts';

function thresholdText(kpi: KpiId, level: ThresholdLevel): string {
  const value = new Map(thresholdSeries(kpis[kpi])).get(level);
  return value === undefined ? 'unknown' : valueText(kpi, value, caseCurrency);
}

function descriptionText(kpi: KpiId, severity: Severity): string {
  if (kpis[kpi].sensitivity === 'restricted') {
    return 'The value is restricted; people with the right see it on the page of the KPI.';
  }
  const now = valueText(kpi, caseValue(kpi), caseCurrency);
  if (kpis[kpi].direction === 'band') {
    const low = thresholdText(kpi, `low_${severity}`);
    const high = thresholdText(kpi, `high_${severity}`);
    return `Now ${now}; ${severity} outside ${low} to ${high}.`;
  }
  return `Now ${now}; target ${thresholdText(kpi, 'target')}, ${severity} from ${thresholdText(kpi, severity)}.`;
}

/** The alert with the texts a person reads, templates resolved. */
export function expectedAlert(kpi: KpiId, firing: Firing): ExpectedAlert {
  if (firing === 'blind') {
    return {
      exp_labels: kpiLabels(kpi, 'warning'),
      exp_annotations: {
        summary: `${kpis[kpi].label} was off target and has no value any more`,
        description:
          'Its feed is late, its query fails or nothing is left to measure. Losing sight is not recovery: what is open stays open.',
        ...kpiLinks(kpi, blindAlert),
      },
    };
  }
  return {
    exp_labels: kpiLabels(kpi, firing),
    exp_annotations: {
      summary: `${kpis[kpi].label} is past its ${firing} threshold`,
      description: descriptionText(kpi, firing),
      ...kpiLinks(kpi, offTargetAlert(kpi)),
    },
  };
}
