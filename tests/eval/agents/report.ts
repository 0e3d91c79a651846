import { markdownTable } from '../markdown-table.ts';
import type { QuietResult } from './quiet-run.ts';
import type { CaseScore, Summary } from './score.ts';

/** What the issue asks for, beside what was measured. */
export const targets = { top1: 0.8, top3: 0.95, cureInThree: 0.85, silentShare: 0.7, quietPlans: 2 } as const;

export function caseTable(scores: readonly CaseScore[]): string {
  return markdownTable(
    [
      'case',
      'plan on day',
      'root named',
      'top 1',
      'top 3',
      'owner speaks',
      'silent',
      'cure in 3',
      'plans',
      'other',
      'first actions',
      'ms',
    ],
    scores.map((score) => [
      score.name,
      score.day === null ? 'not detected' : String(score.day),
      score.firstRoots.join(', '),
      mark(score.top1),
      mark(score.top3),
      mark(score.rightAgents),
      percent(score.silentShare),
      mark(score.cureInThree),
      String(score.plansOfCause),
      String(score.otherPlans),
      score.firstActions.join(', '),
      score.planMs.toFixed(0),
    ])
  );
}

export function summaryTable(summaries: readonly (readonly [string, Summary])[]): string {
  return markdownTable(
    ['variant', 'cases', 'detected', 'top 1', 'top 3', 'owner speaks', 'silent', 'cure in 3', 'one plan', 'p95 ms'],
    summaries.map(([name, s]) => [
      name,
      String(s.cases),
      percent(s.detected),
      percent(s.top1),
      percent(s.top3),
      percent(s.rightAgents),
      percent(s.silentShare),
      percent(s.cureInThree),
      percent(s.onePlan),
      s.planMsP95.toFixed(0),
    ])
  );
}

export function quietText({ days, plans, alerts }: QuietResult): string {
  return `Quiet company: ${String(plans)} plans in ${String(days)} days (target at most ${String(targets.quietPlans)}); alerts: ${alerts.join('; ') || 'none'}`;
}

function mark(value: boolean): string {
  return value ? 'yes' : 'no';
}

function percent(value: number): string {
  return `${(100 * value).toFixed(0)} %`;
}
