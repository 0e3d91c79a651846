import type { ClassicBoard } from '../classic.ts';
import { board } from '../board.ts';
import type { BoardContext } from '../board-context.ts';
import { approvalPanel, squadPanel } from '../panels/aicos-panels.ts';
import { bars, stat, trend } from '../panels/plain-panels.ts';
import { actionSets, openEvents, pendingActions } from '../queries/runner-queries.ts';

function total(series: string): string {
  return `sum(${series}) or vector(0)`;
}

function shareByAgent(part: string, whole: string): string {
  return `sum by (agent) (${part}) / (sum by (agent) (${whole}) > 0)`;
}

const funnel = [
  { expr: total('aicos_runner_events'), legend: '1 events' },
  { expr: total('aicos_runner_events{status=~"open|closed"}'), legend: '2 planned' },
  { expr: total(actionSets.all), legend: '3 actions proposed' },
  { expr: total(actionSets.approved), legend: '4 approved' },
  { expr: total(actionSets.executed), legend: '5 carried out' },
  { expr: total(actionSets.verified), legend: '6 verified' },
];

export function coordinationBoard(context: BoardContext): ClassicBoard {
  const builder = board(
    {
      uid: 'aicos-coordination',
      title: 'Coordination and approvals',
      description: 'From the alert to the verdict: how much gets how far, how fast, and with what success.',
      days: 30,
      alerts: 'class!="meta"',
    },
    context
  );
  const number = { unit: 'short' };
  const panels = [
    stat({ title: 'Open events', description: 'Events being worked on.', ...number }, openEvents),
    stat({ title: 'Waiting for people', description: 'Actions that need a decision.', ...number }, pendingActions),
    stat(
      {
        title: 'Needs a person',
        description: 'Actions with an unknown outcome; they are never repeated blindly.',
        ...number,
      },
      total('aicos_runner_actions{state="unknown"}')
    ),
    stat({ title: 'Live viewers', description: 'Open live streams.', ...number }, 'max(aicos_runner_stream_clients)'),
    approvalPanel(),
    bars({ title: 'Funnel', description: 'How many got at least this far, since the beginning.', ...number }, funnel),
    bars({ title: 'Lead times', description: 'Median wall time of each step in the last day.', unit: 's' }, [
      { expr: 'max by (step) (aicos_runner_lead_seconds)', legend: '{{step}}' },
    ]),
    bars({ title: 'Accepted, by agent', description: 'Approved ÷ decided actions.', unit: 'percentunit' }, [
      { expr: shareByAgent(actionSets.approved, actionSets.decided), legend: '{{agent}}' },
    ]).max(1),
    bars(
      {
        title: 'Successful, by agent',
        description: 'Verified ÷ judged actions; what could not be judged is left out.',
        unit: 'percentunit',
      },
      [{ expr: shareByAgent(actionSets.verified, actionSets.judged), legend: '{{agent}}' }]
    ).max(1),
    trend({ title: 'Actions by state', description: 'Where actions stand.', ...number }, [
      { expr: 'sum by (state) (aicos_runner_actions)', legend: '{{state}}' },
    ]).span(12),
    trend({ title: 'Open events by type', description: 'Events not closed yet.', ...number }, [
      { expr: 'sum by (event_type) (aicos_runner_events{status!="closed"})', legend: '{{event_type}}' },
    ]).span(12),
    trend({ title: 'Decisions', description: 'Decisions per second, by verdict.', unit: 'ops' }, [
      { expr: 'sum by (verdict) (rate(aicos_runner_decisions_total[$__rate_interval]))', legend: '{{verdict}}' },
    ]).span(12),
    trend(
      { title: 'Refused decisions', description: 'Decisions the guard refused per second, by its code.', unit: 'ops' },
      [{ expr: 'sum by (code) (rate(aicos_runner_decision_refusals_total[$__rate_interval]))', legend: '{{code}}' }]
    ).span(12),
    squadPanel(),
  ];
  for (const panel of panels) builder.withPanel(panel);
  return builder;
}
