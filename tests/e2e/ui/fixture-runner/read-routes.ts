import { isAgentId } from '@ai-cos/catalog/agents';
import { isKpiId } from '@ai-cos/catalog/kpis';
import { squadIds } from '@ai-cos/catalog/squads';
import type { ActionSummary, Me, PersonView, TrustView } from '@ai-cos/agent-runner/contract';
import {
  allAgents,
  allSquads,
  makeAgentDetail,
  makeSquad,
} from '../../../../grafana-plugin/fixtures/factories/agents.ts';
import { makeEvent, makeEventDetail, makePlan } from '../../../../grafana-plugin/fixtures/factories/coordination.ts';
import { makeAuditEntry, makeSnapshot } from '../../../../grafana-plugin/fixtures/factories/governance.ts';
import {
  makeForecast,
  makeHealthBoard,
  makeHistory,
  makeKpiDetail,
} from '../../../../grafana-plugin/fixtures/factories/kpi.ts';
import { Refusal, seenBy, type FixtureState } from './state.ts';

export interface Answer {
  body: unknown;
  link?: string;
}

type Read = (state: FixtureState, match: RegExpExecArray, query: URLSearchParams, me: Me) => Answer;

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Refusal(404, 'not_found', `no ${what}`);
  return value;
}

const filters: ReadonlyArray<[string, (action: ActionSummary, value: string) => boolean]> = [
  ['squad', (action, value) => action.squadId === value],
  ['pole', (action, value) => action.pole === value],
  ['kpi', (action, value) => action.kpiIds.some((kpi) => kpi === value)],
  ['riskTier', (action, value) => action.riskTier === value],
  ['agent', (action, value) => action.agentId === value],
  ['planId', (action, value) => action.planId === value],
];

function summaryOf(action: ActionSummary): ActionSummary {
  const { findings, objections, supersedesId, compensatesId, task, receipt, outcomes, timeline, dryRun, ...summary } =
    action as ActionSummary & Record<string, unknown>;
  return summary;
}

function listActions(state: FixtureState, query: URLSearchParams, me: Me): Answer {
  const states = query.getAll('state');
  let actions = [...state.actions.values()].map((action) => summaryOf(seenBy(action, me)));
  if (states.length > 0) actions = actions.filter((action) => states.includes(action.state));
  for (const [name, fits] of filters) {
    const value = query.get(name);
    if (value !== null) actions = actions.filter((action) => fits(action, value));
  }
  if (query.get('sort') === 'urgency') actions.sort((a, b) => b.urgency - a.urgency);
  const from = Number(query.get('cursor') ?? 0);
  const limit = Number(query.get('limit') ?? 50);
  const body = actions.slice(from, from + limit);
  const hasMore = from + limit < actions.length;
  return hasMore ? { body, link: `</api/ai-cos/actions?cursor=${from + limit}>; rel="next"` } : { body };
}

const people: readonly PersonView[] = [
  {
    id: 'approver-a',
    name: 'Alex Approver',
    groups: ['pole:business', 'pole:expansion'],
    active: true,
    absentUntil: null,
    openDecisions: 2,
  },
  {
    id: 'approver-b',
    name: 'Bea Approver',
    groups: ['pole:tech', 'pole:strategic'],
    active: true,
    absentUntil: null,
    openDecisions: 1,
  },
  { id: 'admin', name: 'Ada Admin', groups: ['admin'], active: true, absentUntil: null, openDecisions: 0 },
];

const trust: readonly TrustView[] = [
  {
    agentId: 'ia-cmo',
    actionType: 'raise-budget',
    successes: 18.2,
    failures: 1.4,
    verdicts: 21,
    mean: 0.89,
    lowerBound: 0.83,
    mayRunAlone: true,
    whyNot: null,
  },
];

function planAnswer(state: FixtureState, number: number, me: Me): Answer {
  const actions = [...state.actions.values()].slice(0, 4).map((action) => summaryOf(seenBy(action, me)));
  const steps = actions.map(({ id }, order) => ({
    actionId: id,
    order,
    dependsOn: order < 2 ? [] : [actions[order - 2]?.id ?? id],
  }));
  const findings = [...state.actions.values()].flatMap((action) => action.findings);
  return { body: makePlan(number, { actions, steps, findings }) };
}

const secondEvent = makeEvent(2, {
  eventType: 'PERFORMANCE_DEGRADATION',
  title: 'Checkout four times slower since release 2026.44',
  severity: 'critical',
  kpiIds: ['conversion_rate'],
  squadIds: ['performance'],
});

const events = [makeEvent(1), secondEvent];

/** Every GET of the contract the interface uses. */
export const reads: ReadonlyArray<[RegExp, Read]> = [
  [/^\/me$/, (_state, _match, _query, me) => ({ body: me })],
  [/^\/people$/, () => ({ body: people })],
  [/^\/delegations$/, () => ({ body: [] })],
  [/^\/actions$/, (state, _match, query, me) => listActions(state, query, me)],
  [
    /^\/actions\/([\w-]+)$/,
    (state, match, _query, me) => ({ body: seenBy(found(state.actions.get(match[1] ?? ''), 'such action'), me) }),
  ],
  [/^\/coordination\/events$/, () => ({ body: events })],
  [
    /^\/coordination\/events\/([\w-]+)$/,
    (_state, match) => ({
      body: makeEventDetail(
        found(
          events.find(({ id }) => id === match[1]),
          'such event'
        )
      ),
    }),
  ],
  [/^\/plans\/[\w-]+$/, (state, _match, _query, me) => planAnswer(state, 1, me)],
  [/^\/health-board$/, () => ({ body: makeHealthBoard() })],
  [
    /^\/kpis\/(\w+)(\/history|\/forecast)?$/,
    (_state, match) => {
      const id = match[1] ?? '';
      if (!isKpiId(id)) throw new Refusal(404, 'kpi_not_found', `no KPI ${id}`);
      if (match[2] === '/history') return { body: makeHistory(id) };
      return { body: match[2] === '/forecast' ? makeForecast(id) : makeKpiDetail(id) };
    },
  ],
  [/^\/agents$/, () => ({ body: allAgents })],
  [
    /^\/agents\/([\w-]+)$/,
    (_state, match) => {
      const id = match[1] ?? '';
      if (!isAgentId(id)) throw new Refusal(404, 'agent_not_found', `no agent ${id}`);
      return { body: makeAgentDetail(id) };
    },
  ],
  [/^\/squads$/, () => ({ body: allSquads })],
  [
    /^\/squads\/([\w-]+)$/,
    (_state, match) => ({
      body: makeSquad(
        found(
          squadIds.find((id) => id === match[1]),
          'such squad'
        )
      ),
    }),
  ],
  [/^\/simulations$/, (state) => ({ body: [...state.simulations.values()] })],
  [
    /^\/simulations\/([\w-]+)$/,
    (state, match) => ({ body: found(state.simulations.get(match[1] ?? ''), 'such simulation') }),
  ],
  [/^\/trust$/, () => ({ body: trust })],
  [/^\/mode$/, (state) => ({ body: state.mode })],
  [/^\/kill-switch$/, (state) => ({ body: state.killSwitch })],
  [/^\/snapshots$/, () => ({ body: [makeSnapshot(1), makeSnapshot(2)] })],
  [/^\/audit$/, () => ({ body: [makeAuditEntry(3), makeAuditEntry(2), makeAuditEntry(1)] })],
  [
    /^\/audit\/verify$/,
    () => ({ body: { valid: true, entries: 3, unlinked: 0, head: null, brokenAt: null, reason: null } }),
  ],
];
