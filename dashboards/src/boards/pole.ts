import { kpiIds, kpis, type Pole } from '@ai-cos/catalog';
import type { ClassicBoard } from '../classic.ts';
import { board } from '../board.ts';
import type { BoardContext } from '../board-context.ts';
import { approvalPanel, squadPanel } from '../panels/aicos-panels.ts';
import { kpiTrend } from '../panels/kpi-trend.ts';
import { stat, trend } from '../panels/plain-panels.ts';

const missions: Record<Pole, string> = {
  strategic: 'Cash, margin, payments and people.',
  tech: 'Speed, code, security, quality and use of the shop.',
  business: 'Sales, marketing, logistics and support.',
  expansion: 'New features, assortment and sustainability.',
};

/** All KPIs of a pole, against the company's own thresholds. */
export function poleBoard(pole: Pole, context: BoardContext): ClassicBoard {
  const builder = board(
    {
      uid: `aicos-pole-${pole}`,
      title: `Pole: ${pole}`,
      description: missions[pole],
      days: 30,
      alerts: `pole="${pole}"`,
    },
    context
  );
  const selector = `{scope="pole",name="${pole}"}`;
  const panels = [
    stat(
      { title: 'Health', description: 'Weighted score of the KPIs of the pole.', unit: 'percentunit' },
      `max(aicos_health_ratio${selector})`
    ),
    stat(
      { title: 'Coverage', description: 'Share of the weight that has a value.', unit: 'percentunit' },
      `max(aicos_health_coverage_ratio${selector})`
    ),
    trend({ title: 'Health', description: 'Health and coverage of the pole over time.', unit: 'percentunit' }, [
      { expr: `max(aicos_health_ratio${selector})`, legend: 'health' },
      { expr: `max(aicos_health_coverage_ratio${selector})`, legend: 'coverage' },
    ])
      .span(6)
      .height(4),
    ...kpiIds.filter((kpi) => kpis[kpi].pole === pole).map((kpi) => kpiTrend(kpi, context)),
    approvalPanel({ pole }),
    squadPanel(),
  ];
  for (const panel of panels) builder.withPanel(panel);
  return builder;
}
