import type { ClassicBoard } from '../classic.ts';
import { board } from '../board.ts';
import type { BoardContext } from '../board-context.ts';
import { approvalPanel } from '../panels/aicos-panels.ts';
import { stat, trend, type PanelText } from '../panels/plain-panels.ts';
import { currencyUnit } from '../units.ts';

function worlds(text: PanelText, metric: string) {
  return trend(text, [
    { expr: `max(${metric}{world="company"})`, legend: 'with the decisions' },
    { expr: `max(${metric}{world="without-decisions"})`, legend: 'without' },
  ]).span(12);
}

function difference(metric: string): string {
  return `max(${metric}{world="company"}) - max(${metric}{world="without-decisions"})`;
}

/** Only the simulated company has a second world: the same days, the same luck, no lever moved. */
export function twoWorldsBoard(context: BoardContext): ClassicBoard {
  const builder = board(
    {
      uid: 'aicos-two-worlds',
      title: 'Two worlds',
      description:
        'Simulated: the company with the decisions that were carried out, and the same company without them. Empty until a first action ran.',
      days: 45,
      alerts: 'severity="critical"',
    },
    context
  );
  const money = currencyUnit(context.currency);
  const panels = [
    stat(
      { title: 'Revenue gained today (simulated)', description: 'With minus without the decisions.', unit: money },
      difference('aicos_demo_revenue_amount')
    ).span(6),
    stat(
      { title: 'Orders gained today (simulated)', description: 'With minus without the decisions.', unit: 'short' },
      difference('aicos_demo_orders')
    ).span(6),
    worlds(
      { title: 'Revenue of the day (simulated)', description: 'Net merchandise value.', unit: money },
      'aicos_demo_revenue_amount'
    ),
    worlds(
      { title: 'Orders of the day (simulated)', description: 'Orders placed.', unit: 'short' },
      'aicos_demo_orders'
    ),
    worlds(
      {
        title: 'Out of stock (simulated)',
        description: 'Share of products with nothing left to sell.',
        unit: 'percentunit',
      },
      'aicos_demo_stock_rupture_ratio'
    ),
    worlds(
      { title: 'Orders not shipped (simulated)', description: 'Backlog at the end of the day.', unit: 'short' },
      'aicos_demo_open_orders'
    ),
    worlds(
      { title: 'Tickets waiting (simulated)', description: 'Tickets without an answer.', unit: 'short' },
      'aicos_demo_tickets_waiting'
    ),
    worlds(
      { title: 'API latency, p95 (simulated)', description: 'Latency of the day.', unit: 's' },
      'aicos_demo_api_p95_seconds'
    ),
    worlds(
      { title: 'Advertising of the day (simulated)', description: 'Spend of the day.', unit: money },
      'aicos_demo_ad_spend_amount'
    ),
    worlds(
      { title: 'Cash (simulated)', description: 'Cash at the end of the day.', unit: money },
      'aicos_demo_cash_amount'
    ),
    approvalPanel(),
  ];
  for (const panel of panels) builder.withPanel(panel);
  return builder;
}
