import { poles } from '@ai-cos/catalog';
import type { ClassicBoard } from '../classic.ts';
import { board } from '../board.ts';
import { companyDays, type BoardContext } from '../board-context.ts';
import { approvalPanel, simulationPanel, squadPanel } from '../panels/aicos-panels.ts';
import { rows, stat, trend } from '../panels/plain-panels.ts';
import { openEvents, pendingActions } from '../queries/runner-queries.ts';
import { currencyUnit } from '../units.ts';

function countIn(status: string): string {
  return `count(max by (kpi) (aicos_kpi_status{status="${status}",store=""}) == 1) or vector(0)`;
}

const worst = [
  'bottomk(10, max by (kpi) (aicos_kpi_score_ratio{store=""}))',
  '* on (kpi) group_left (label, pole, agent, squad) max by (kpi, label, pole, agent, squad) (aicos_kpi_info)',
].join(' ');

function perDay(counter: string, { scale }: BoardContext): string {
  return `sum(max by (channel) (rate(${counter}[$__rate_interval]))) * ${scale.daySeconds}`;
}

export function executiveBoard(context: BoardContext): ClassicBoard {
  const builder = board(
    {
      uid: 'aicos-executive',
      title: 'Executive overview',
      description: 'How the company is, what is off, what waits for a decision.',
      days: 30,
      alerts: 'severity="critical"',
    },
    context
  );
  const number = { unit: 'short' };
  const panels = [
    stat(
      { title: 'Health', description: 'Weighted score of all KPIs.', unit: 'percentunit' },
      'max(aicos_health_ratio{scope="global"})'
    ),
    stat(
      { title: 'Coverage', description: 'Share of the weight that has a value.', unit: 'percentunit' },
      'max(aicos_health_coverage_ratio{scope="global"})'
    ),
    stat({ title: 'Critical', description: 'KPIs past their critical threshold.', ...number }, countIn('critical')),
    stat({ title: 'Warning', description: 'KPIs past their warning threshold.', ...number }, countIn('warning')),
    stat(
      { title: 'Without a value', description: 'KPIs that cannot be measured now.', ...number },
      countIn('undefined')
    ).span(6),
    stat({ title: 'Open events', description: 'Events being worked on.', ...number }, openEvents).span(6),
    stat({ title: 'Waiting for people', description: 'Actions that need a decision.', ...number }, pendingActions).span(
      6
    ),
    stat(
      { title: 'Alert path silent', description: '1 while the runner hears nothing from Alertmanager.', ...number },
      'max(aicos_runner_blind)'
    ).span(6),
    approvalPanel(),
    trend({ title: 'Health by pole', description: 'Weighted score of the KPIs of each pole.', unit: 'percentunit' }, [
      { expr: 'max(aicos_health_ratio{scope="global"})', legend: 'company' },
      ...poles.map((pole) => ({ expr: `max(aicos_health_ratio{scope="pole",name="${pole}"})`, legend: pole })),
    ]).span(12),
    rows(
      { title: 'Lowest scores', description: 'The ten KPIs furthest from their targets.', unit: 'percentunit' },
      worst
    ),
    trend(
      { title: 'Orders per company day', description: 'Rate of orders, projected to a company day.', unit: 'short' },
      [{ expr: perDay('aicos_orders_total', context), legend: 'orders' }]
    ).span(12),
    trend(
      {
        title: 'Revenue per company day',
        description: 'Net merchandise value of the orders, projected to a company day.',
        unit: currencyUnit(context.currency),
      },
      [
        { expr: perDay('aicos_revenue_amount_total', context), legend: 'revenue' },
        {
          expr: `sum(max by (channel) (rate(aicos_revenue_amount_total[$__rate_interval] offset ${companyDays(context, 7)}))) * ${context.scale.daySeconds}`,
          legend: 'a week before',
        },
      ]
    ).span(12),
    simulationPanel(),
    squadPanel(),
  ];
  for (const panel of panels) builder.withPanel(panel);
  return builder;
}
