import {
  BigValueColorMode,
  BigValueGraphMode,
  BigValueTextMode,
  ReduceDataOptionsBuilder,
  VizLegendOptionsBuilder,
  VizOrientation,
} from '@grafana/grafana-foundation-sdk/common';
import { PanelBuilder as BarGauge } from '@grafana/grafana-foundation-sdk/bargauge';
import { PanelBuilder as Stat } from '@grafana/grafana-foundation-sdk/stat';
import { PanelBuilder as Table } from '@grafana/grafana-foundation-sdk/table';
import { PanelBuilder as Timeseries } from '@grafana/grafana-foundation-sdk/timeseries';
import { prometheus } from '../datasource.ts';
import { instantQuery, rangeQuery, tableQuery } from '../queries/query.ts';

export interface PanelText {
  readonly title: string;
  readonly description: string;
  readonly unit: string;
}

export interface Line {
  readonly expr: string;
  readonly legend: string;
}

function refId(index: number): string {
  return String.fromCharCode(65 + index);
}

/** One number, now. */
export function stat({ title, description, unit }: PanelText, expr: string): Stat {
  return new Stat()
    .title(title)
    .description(description)
    .datasource(prometheus)
    .withTarget(instantQuery({ refId: 'A', expr, legend: title }))
    .unit(unit)
    .colorMode(BigValueColorMode.None)
    .graphMode(BigValueGraphMode.None)
    .noValue('–')
    .span(3)
    .height(4);
}

/** A fact that stands in a label. */
export function labelStat({ title, description, unit }: PanelText, line: Line): Stat {
  return stat({ title, description, unit }, line.expr)
    .targets([instantQuery({ refId: 'A', ...line })])
    .textMode(BigValueTextMode.Name);
}

/** Lines over time. */
export function trend({ title, description, unit }: PanelText, lines: readonly Line[]): Timeseries {
  const panel = new Timeseries().title(title).description(description).datasource(prometheus).unit(unit);
  for (const [index, line] of lines.entries()) panel.withTarget(rangeQuery({ refId: refId(index), ...line }));
  return panel.fillOpacity(8).legend(new VizLegendOptionsBuilder().showLegend(true)).span(8).height(7);
}

/** Bars to compare, now; one per line or per series of a line. */
export function bars({ title, description, unit }: PanelText, lines: readonly Line[]): BarGauge {
  const panel = new BarGauge().title(title).description(description).datasource(prometheus).unit(unit);
  for (const [index, line] of lines.entries()) panel.withTarget(instantQuery({ refId: refId(index), ...line }));
  return panel
    .orientation(VizOrientation.Horizontal)
    .reduceOptions(new ReduceDataOptionsBuilder().calcs(['lastNotNull']))
    .min(0)
    .span(12)
    .height(8);
}

/** Rows of labels with their value; columns that only tell series apart are hidden. */
export function rows({ title, description, unit }: PanelText, expr: string, hidden: readonly string[] = []): Table {
  return new Table()
    .title(title)
    .description(description)
    .datasource(prometheus)
    .withTarget(tableQuery({ refId: 'A', expr }))
    .withTransformation({
      id: 'organize',
      options: { excludeByName: Object.fromEntries(['Time', ...hidden].map((name) => [name, true])) },
    })
    .unit(unit)
    .span(12)
    .height(9);
}
