import { kpiIds } from '@ai-cos/catalog';

import type { Installation } from '../installation/installation.ts';
import { print } from '../print.ts';
import { decideActions, handBackTasks, type Approver } from './approve.ts';
import { openDemoCompany, type Drill, type ScenarioRequest } from './demo-company.ts';
import { knownEvents, waitForPlan, type Incident } from './incident.ts';
import { readAlertToPlan } from './alert-to-plan.ts';
import { readKpi } from './kpi-value.ts';
import { createPersonToken } from './person-tokens.ts';
import { planText } from './plan-text.ts';
import { createRunnerApi } from './runner-api.ts';
import { executedActions, openTasks, waitForExecution, waitForVerdict } from './verdict.ts';

export type DemoResult = {
  kpis: number;
  alert: string;
  eventType: string;
  agents: string[];
  actionsProposed: number;
  actionsExecuted: number;
  kpiBefore: number | null;
  kpiAfter: number | null;
  verified: boolean;
  alertToPlanMs: number;
};

/** Ordered by how much they may decide: most steps need the first only. */
const APPROVERS = ['approver-a', 'approver-b', 'admin'];

/** Business days beyond what the scenario itself needs: confirmation, correlation, alert grouping. */
const SLACK_DAYS = 15;
const VERDICT_DAYS = 60;

/** One incident from its alert to its verdict, with the real services. */
export async function runDemo(
  installation: Installation,
  request: ScenarioRequest,
  abort: AbortSignal
): Promise<DemoResult> {
  const company = openDemoCompany(installation.urls.backoffice, installation.secretFiles['backoffice-token']);
  const approvers = await signIn(installation);
  const { api } = approvers[0];
  const days = (count: number): number => count * installation.daySeconds * 1000;

  const known = await knownEvents(api);
  const drill = await company.startScenario(request);
  announce(drill);
  const timeoutMs = days(drill.expected.detectionDays + SLACK_DAYS) + 60_000;
  const incident = await waitForPlan({ api, known, rootKpis: drill.rootKpis, timeoutMs, abort });
  const kpi = measuredKpi(incident, drill);
  const kpiBefore = await readKpi(installation, kpi);
  const alertToPlanMs = await readAlertToPlan(installation);
  print(`\n${planText(incident.plan)}\n`);

  await decideActions(incident.plan.actions, approvers);
  const executed = await waitForExecution({ api, planId: incident.plan.id, timeoutMs: 120_000, abort });
  print(`\nExecuted ${executedActions(executed).length} of ${executed.actions.length} steps.`);
  await handBackTasks(openTasks(executed), approvers[0]);
  print(`Waiting for the effect on ${kpi} …`);
  const judged = await waitForVerdict({ api, planId: executed.id, timeoutMs: days(VERDICT_DAYS), abort });
  for (const { scope, verdict, reason } of judged.outcomes) print(`  ${scope}: ${verdict} – ${reason}`);
  return {
    kpis: kpiIds.length,
    alert: incident.event.episodes[0]?.alertName ?? 'unknown',
    eventType: incident.event.eventType,
    agents: [...new Set(judged.actions.map((action) => action.agentId))],
    actionsProposed: incident.plan.actions.length,
    actionsExecuted: executedActions(judged).length,
    kpiBefore,
    kpiAfter: await readKpi(installation, kpi),
    verified: judged.outcomes.some(({ scope, verdict }) => scope === 'plan' && verdict === 'verified'),
    alertToPlanMs,
  };
}

async function signIn(installation: Installation): Promise<[Approver, ...Approver[]]> {
  const approvers: Approver[] = [];
  for (const personId of APPROVERS) {
    const token = await createPersonToken(installation, personId);
    approvers.push({ personId, api: createRunnerApi(installation.urls.runner, token) });
  }
  const [first, ...others] = approvers;
  if (first === undefined) throw new Error('the demo company names nobody who may decide');
  return [first, ...others];
}

function announce({ title, startsOn, rootKpis, expected }: Drill): void {
  print(`\nSimulated incident: ${title}, from ${startsOn} on.`);
  print(`Waiting for the alert on ${rootKpis.join(', ')} (about ${expected.detectionDays} business days) …`);
}

function measuredKpi({ event }: Incident, { rootKpis }: Drill): string {
  return event.kpiIds.find((kpi) => rootKpis.includes(kpi)) ?? rootKpis[0] ?? '';
}
