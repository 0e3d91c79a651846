import { kpis, type KpiId } from '@ai-cos/catalog';
import { DashboardLinkBuilder } from '@grafana/grafana-foundation-sdk/dashboard';
import {
  GraphThresholdsStyleConfigBuilder,
  GraphThresholdsStyleMode,
  VizLegendOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/timeseries';
import type { BoardContext } from '../board-context.ts';
import { prometheus } from '../datasource.ts';
import { nativeValue, thresholdLevel } from '../queries/kpi-queries.ts';
import { rangeQuery, tableQuery } from '../queries/query.ts';
import { configFromQuery, configRefId, thresholdConfigExpression } from '../queries/threshold-config.ts';
import { nativeUnit } from '../units.ts';
import { dashedGrey } from './line-styles.ts';

/** One KPI over time against the company's own thresholds and target. */
export function kpiTrend(kpi: KpiId, context: BoardContext): PanelBuilder {
  const { label, definition, decimals } = kpis[kpi];
  return new PanelBuilder()
    .title(label)
    .description(`${definition}. Thresholds and target are those of the company.`)
    .datasource(prometheus)
    .withTarget(rangeQuery({ refId: 'value', expr: nativeValue(kpi), legend: 'value' }))
    .withTarget(rangeQuery({ refId: 'target', expr: thresholdLevel(kpi, 'target'), legend: 'target' }))
    .withTarget(tableQuery({ refId: configRefId, expr: thresholdConfigExpression(kpi, context.currency) }))
    .withTransformation(configFromQuery(kpi))
    .unit(nativeUnit(kpi, context.currency))
    .decimals(decimals)
    .thresholdsStyle(new GraphThresholdsStyleConfigBuilder().mode(GraphThresholdsStyleMode.DashedAndArea))
    .overrideByName('target', dashedGrey)
    .legend(new VizLegendOptionsBuilder().showLegend(false))
    .dataLinks([
      new DashboardLinkBuilder('Explore this KPI').url(`/d/aicos-kpi-explorer?var-kpi=${kpi}`),
      new DashboardLinkBuilder('Owner, findings and actions').url(`/a/aicos-app/kpis/${kpi}`),
    ])
    .span(8)
    .height(7);
}
