import { http, HttpResponse, type JsonBodyType } from 'msw';
import { setupServer } from 'msw/node';
import type {
  ActionDetail,
  ActionSummary,
  AgentView,
  BulkDecisionResponse,
  CoordinationEvent,
  CoordinationEventDetail,
  HealthBoard,
  KillSwitchView,
  KpiDetail,
  KpiForecast,
  KpiHistory,
  Me,
  ModeView,
  Plan,
  Simulation,
  Snapshot,
  SquadView,
} from '@ai-cos/agent-runner/contract';
import { apiBase } from '../data/client.ts';

const origin = 'http://localhost';

/** What each route of the runner answers; a typo in a name fails to compile. */
export interface Answers {
  me: Me;
  actions: ActionSummary[];
  action: ActionDetail;
  decide: ActionDetail;
  decideMany: BulkDecisionResponse;
  agents: AgentView[];
  squads: SquadView[];
  events: CoordinationEvent[];
  event: CoordinationEventDetail;
  plan: Plan;
  healthBoard: HealthBoard;
  kpi: KpiDetail;
  kpiHistory: KpiHistory;
  kpiForecast: KpiForecast;
  snapshots: Snapshot[];
  mode: ModeView;
  changeMode: ModeView;
  killSwitch: KillSwitchView;
  setKillSwitch: KillSwitchView;
  simulations: Simulation[];
  simulation: Simulation;
  runSimulation: Simulation;
}

export type RouteName = keyof Answers;

const routes: Record<RouteName, [method: 'get' | 'post' | 'put', path: string]> = {
  me: ['get', '/me'],
  actions: ['get', '/actions'],
  action: ['get', '/actions/:id'],
  decide: ['post', '/actions/:id/decisions'],
  decideMany: ['post', '/actions/decisions'],
  agents: ['get', '/agents'],
  squads: ['get', '/squads'],
  events: ['get', '/coordination/events'],
  event: ['get', '/coordination/events/:id'],
  plan: ['get', '/plans/:id'],
  healthBoard: ['get', '/health-board'],
  kpi: ['get', '/kpis/:id'],
  kpiHistory: ['get', '/kpis/:id/history'],
  kpiForecast: ['get', '/kpis/:id/forecast'],
  snapshots: ['get', '/snapshots'],
  mode: ['get', '/mode'],
  changeMode: ['put', '/mode'],
  killSwitch: ['get', '/kill-switch'],
  setKillSwitch: ['put', '/kill-switch'],
  simulations: ['get', '/simulations'],
  simulation: ['get', '/simulations/:id'],
  runSimulation: ['post', '/simulations'],
};

export const server = setupServer();

/** Bodies the interface sent, by route, in order. */
export const sent: Partial<Record<RouteName, unknown[]>> = {};

async function remember(name: RouteName, request: Request): Promise<void> {
  const text = await request.clone().text();
  (sent[name] ??= []).push(text === '' ? undefined : JSON.parse(text));
}

/** The route answers 200 with this body. */
export function answer<N extends RouteName>(name: N, body: Answers[N]): void {
  const [method, path] = routes[name];
  server.use(
    http[method](`${origin}${apiBase}${path}`, async ({ request }) => {
      await remember(name, request);
      return HttpResponse.json(body as JsonBodyType);
    })
  );
}

export interface RefusalAnswer {
  status: number;
  code: string;
  detail: string;
}

/** The route refuses with a problem of the runner. */
export function refuse(name: RouteName, { status, code, detail }: RefusalAnswer): void {
  const [method, path] = routes[name];
  server.use(
    http[method](`${origin}${apiBase}${path}`, async ({ request }) => {
      await remember(name, request);
      return HttpResponse.json({ type: 'about:blank', title: code, status, code, detail }, { status });
    })
  );
}

/** Grafana cannot reach the runner: its own 502, without a problem body. */
export function unreachable(name: RouteName): void {
  const [method, path] = routes[name];
  server.use(http[method](`${origin}${apiBase}${path}`, () => new HttpResponse(null, { status: 502 })));
}
