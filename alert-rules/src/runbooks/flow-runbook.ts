import { baseCounters, kpis } from '@ai-cos/catalog';
import { flowAlert, offTargetAlert } from '../alert-names.ts';
import { flowSignal, type FlowKpi } from '../flows/flow-signals.ts';
import { flowBaseline, flowEvents, flowExpected } from '../flows/recorded-names.ts';

/** The runbook of an early sign; causes and cures are those of its KPI. */
export function flowRunbook(kpi: FlowKpi): string {
  const signal = flowSignal(kpi);
  const [window] = signal.windows;
  const counter = baseCounters[signal.events.counter];
  const direction = signal.worse === 'fewer' ? 'fewer' : 'more';
  return [
    `# ${flowAlert(kpi)}`,
    '',
    '## Meaning',
    '',
    `There are far ${direction} ${signal.text} than in the same hours of the last four weeks: beyond what chance explains, and by enough to matter.`,
    `It is the early sign of **${kpis[kpi].label}**, whose own window is longer. Windows: ${signal.windows.join(', ')}; at least two weeks of history; nothing is said while the feed is late or the clock of the company runs unevenly.`,
    '',
    '## Impact',
    '',
    `If it lasts, \`${offTargetAlert(kpi)}\` follows. Acting now costs hours instead of days.`,
    '',
    '## Diagnosis',
    '',
    `1. How far off: \`${flowEvents(window ?? '24h')}{kpi="${kpi}"} / ${flowExpected(window ?? '24h')}{kpi="${kpi}"}\`; the usual share: \`${flowBaseline(window ?? '24h')}{kpi="${kpi}"}\`.`,
    `2. Which part: \`${counter.name}\`${counter.labels.length > 0 ? ` by ${counter.labels.join(', ')}` : ''} – ${counter.help.charAt(0).toLowerCase()}${counter.help.slice(1)}`,
    '3. Is there a reason outside: a holiday, a sale, a campaign that ended? The calendar of the company knows most of them.',
    `4. Causes and the first query: [${offTargetAlert(kpi)}](${offTargetAlert(kpi)}.md).`,
    '',
    '## Mitigation',
    '',
    `The cures of [${offTargetAlert(kpi)}](${offTargetAlert(kpi)}.md), fastest and reversible ones first. Expected again next week (a sale, a move)? Put it into the company’s calendar, so that verdicts know it.`,
    '',
  ].join('\n');
}
