import type { ClassicBoard } from '../classic.ts';
import { board } from '../board.ts';
import type { BoardContext } from '../board-context.ts';
import { simulationPanel } from '../panels/aicos-panels.ts';
import { explorerTrend } from '../panels/explorer-trend.ts';
import { bars, rows, stat, trend } from '../panels/plain-panels.ts';
import { statusTimeline } from '../panels/status-timeline.ts';
import { kpiVariable } from '../variables/kpi-variable.ts';

const kpi = '{kpi="$kpi",store=""}';

export function kpiExplorerBoard(context: BoardContext): ClassicBoard {
  const builder = board(
    {
      uid: 'aicos-kpi-explorer',
      title: 'KPI explorer',
      description: 'Any of the 40 KPIs with thresholds, references, sample and feeds.',
      days: 60,
      alerts: 'kpi="$kpi"',
    },
    context
  ).withVariable(kpiVariable());
  const panels = [
    stat(
      { title: 'Score', description: '1 at target or better.', unit: 'percentunit' },
      `max(aicos_kpi_score_ratio${kpi})`
    ),
    stat(
      { title: 'Sample', description: 'Observations behind the value.', unit: 'short' },
      `max(aicos_kpi_sample_size${kpi})`
    ),
    stat(
      { title: 'Significant', description: '1 when the sample is large enough to act on.', unit: 'none' },
      `max(aicos_kpi_significant${kpi})`
    ),
    stat(
      { title: 'Describes', description: 'The business time the value describes.', unit: 'dateTimeAsIso' },
      '1000 * max(aicos_kpi_as_of_timestamp_seconds{kpi="$kpi"})'
    ),
    explorerTrend(context),
    statusTimeline('Status', 'Confirmed status of the chosen KPI.', 'kpi="$kpi"'),
    trend({ title: 'Score', description: 'Score over time, direction applied.', unit: 'percentunit' }, [
      { expr: `max(aicos_kpi_score_ratio${kpi})`, legend: 'score' },
    ])
      .min(0)
      .max(1)
      .span(12)
      .height(6),
    trend(
      { title: 'Made of', description: 'Numerator and denominator; absent for medians and scores.', unit: 'short' },
      [
        { expr: `max(aicos_kpi_numerator${kpi})`, legend: 'numerator' },
        { expr: `max(aicos_kpi_denominator${kpi})`, legend: 'denominator' },
      ]
    ),
    trend({ title: 'Sample', description: 'Observations behind the value.', unit: 'short' }, [
      { expr: `max(aicos_kpi_sample_size${kpi})`, legend: 'observations' },
    ]),
    bars(
      { title: 'Feeds behind', description: 'Business time between now and what each feed has delivered.', unit: 's' },
      [{ expr: 'max by (feed) (aicos_kpi_feed_lag_seconds{kpi="$kpi"})', legend: '{{feed}}' }]
    )
      .span(8)
      .height(7),
    rows(
      {
        title: 'Thresholds',
        description: 'Target and thresholds in native units, overrides of the company included.',
        unit: 'short',
      },
      'max by (level) (aicos_kpi_threshold{kpi="$kpi"})'
    ),
    rows(
      {
        title: 'Responsible',
        description: 'Owner, squad, class, stage and definition of the chosen KPI.',
        unit: 'short',
      },
      'max by (label, agent, squad, pole, class, stage, definition_version) (aicos_kpi_info{kpi="$kpi"})',
      ['Value']
    ),
    statusTimeline('All KPIs', 'Confirmed status of all KPIs.', 'kpi=~".+"').span(24).height(24),
    simulationPanel(),
  ];
  for (const panel of panels) builder.withPanel(panel);
  return builder;
}
