import { GraphThresholdsStyleConfigBuilder, GraphThresholdsStyleMode } from '@grafana/grafana-foundation-sdk/common';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/timeseries';
import { companyDays, type BoardContext } from '../board-context.ts';
import { prometheus } from '../datasource.ts';
import { nativeValue, thresholdLevel } from '../queries/kpi-queries.ts';
import { rangeQuery, tableQuery } from '../queries/query.ts';
import { configFromQuery, configRefId, thresholdConfigExpression } from '../queries/threshold-config.ts';
import { bandEdge, dashed, dashedGrey } from './line-styles.ts';

const selector = 'aicos_kpi_native{kpi="$kpi",store=""}';
/** Width of the band of the usual, in standard deviations. */
const bandDeviations = 2;

function bandExpression(context: BoardContext, sign: '+' | '-'): string {
  const window = `[${companyDays(context, 28)}] offset ${companyDays(context, 1)}`;
  const mean = `max by (kpi) (avg_over_time(${selector}${window}))`;
  const deviation = `max by (kpi) (stddev_over_time(${selector}${window}))`;
  return `${mean} ${sign} ${bandDeviations} * ${deviation}`;
}

function before(context: BoardContext, days: number): string {
  return `max by (kpi) (${selector} offset ${companyDays(context, days)})`;
}

/** The chosen KPI with everything it can be compared with. */
export function explorerTrend(context: BoardContext): PanelBuilder {
  return (
    new PanelBuilder()
      .title('$kpi')
      .description(
        'Value against target and thresholds of the company; the same weekday a week before, the period before, and the band of the usual (mean ± 2 standard deviations of the four weeks before).'
      )
      .datasource(prometheus)
      .withTarget(rangeQuery({ refId: 'value', expr: nativeValue('$kpi'), legend: 'value' }))
      .withTarget(rangeQuery({ refId: 'target', expr: thresholdLevel('$kpi', 'target'), legend: 'target' }))
      .withTarget(rangeQuery({ refId: 'week', expr: before(context, 7), legend: 'same weekday, week before' }))
      .withTarget(rangeQuery({ refId: 'period', expr: before(context, 28), legend: 'period before' }))
      .withTarget(rangeQuery({ refId: 'low', expr: bandExpression(context, '-'), legend: 'usual, lower' }))
      .withTarget(rangeQuery({ refId: 'high', expr: bandExpression(context, '+'), legend: 'usual, upper' }))
      .withTarget(tableQuery({ refId: configRefId, expr: thresholdConfigExpression('$kpi', context.currency) }))
      .withTransformation(configFromQuery('$kpi'))
      // Replaced by the unit of the chosen KPI, which the configuration row brings.
      .unit('short')
      .thresholdsStyle(new GraphThresholdsStyleConfigBuilder().mode(GraphThresholdsStyleMode.DashedAndArea))
      .overrideByName('target', dashedGrey)
      .overrideByName('same weekday, week before', dashed('purple'))
      .overrideByName('period before', dashed('yellow'))
      .overrideByName('usual, lower', bandEdge())
      .overrideByName('usual, upper', bandEdge('usual, lower'))
      .span(24)
      .height(13)
  );
}
