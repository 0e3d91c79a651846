import {
  BulkDecisionRequest,
  CompareRequest,
  DecisionRequest,
  KillSwitchRequest,
  ModeRequest,
  SimulationRequest,
  type Me,
} from '@ai-cos/agent-runner/contract';
import { makeSimulation } from '../../../../grafana-plugin/fixtures/factories/simulation.ts';
import { decide, Refusal, seenBy, type FixtureState } from './state.ts';

type Write = (state: FixtureState, match: RegExpExecArray, body: unknown, me: Me) => unknown;

function decideMany(state: FixtureState, body: unknown, me: Me): unknown {
  const { items, verdict, reason, idempotencyKey } = BulkDecisionRequest.parse(body);
  const results = items.map(({ actionId, digest }) => {
    try {
      const request = { verdict, digest, idempotencyKey, ...(reason === undefined ? {} : { reason }) };
      const { state: next } = decide(state, actionId, request, me);
      return { actionId, accepted: true, state: next, code: null, detail: null };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { actionId, accepted: false, state: 'unchanged', code: error.code, detail: error.message };
    }
  });
  return { results };
}

function simulate(state: FixtureState, body: unknown, me: Me): unknown {
  const { scenarioName, levers } = SimulationRequest.parse(body);
  const run = makeSimulation(10 + state.simulations.size, { scenarioName, inputParams: levers, executedBy: me.name });
  state.simulations.set(run.id, run);
  return run;
}

function compare(state: FixtureState, body: unknown): unknown {
  const { simulationIds } = CompareRequest.parse(body);
  const runs = simulationIds.map((id) => state.simulations.get(id)?.result?.kpis[0]?.meanEffect ?? null);
  const effects = runs.map((effect) => effect && { p10: effect.p10, p50: effect.p50, p90: effect.p90 });
  return { rows: [{ kpiId: 'gross_margin', label: 'Gross margin', unit: 'percent', effects, clearlyBest: null }] };
}

function stamp(state: FixtureState, me: Me, reason: string) {
  return { since: new Date(state.nowMilliseconds()).toISOString(), by: me.name, reason };
}

/** Every write of the contract the interface uses; bodies are parsed with the runner's own schemas. */
export const writes: ReadonlyArray<[string, RegExp, Write]> = [
  ['POST', /^\/actions\/decisions$/, (state, _match, body, me) => decideMany(state, body, me)],
  [
    'POST',
    /^\/actions\/([\w-]+)\/decisions$/,
    (state, match, body, me) => seenBy(decide(state, match[1] ?? '', DecisionRequest.parse(body), me), me),
  ],
  ['POST', /^\/simulations$/, (state, _match, body, me) => simulate(state, body, me)],
  ['POST', /^\/simulations\/compare$/, (state, _match, body) => compare(state, body)],
  [
    'PUT',
    /^\/mode$/,
    (state, _match, body, me) => {
      const { mode, reason } = ModeRequest.parse(body);
      const { since, by } = stamp(state, me, reason);
      const history = [{ mode, at: since, by, reason }, ...state.mode.history];
      state.mode = { ...state.mode, mode, since, changedBy: by, reason, history };
      return state.mode;
    },
  ],
  [
    'PUT',
    /^\/kill-switch$/,
    (state, _match, body, me) => {
      const { engaged, reason } = KillSwitchRequest.parse(body);
      state.killSwitch = { engaged, ...stamp(state, me, reason) };
      return state.killSwitch;
    },
  ],
];
