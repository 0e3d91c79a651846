import { Company, type AgentId, type KpisResponse } from '@ai-cos/catalog';
import { createLogger, fixedClock } from '@ai-cos/service-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actionsOfEvent } from '../src/actions/repository.ts';
import { capability } from '../src/agents/capability.ts';
import { propose } from '../src/agents/propose.ts';
import type { Capability } from '../src/agents/types.ts';
import { replayEvent } from '../src/coordination/replay.ts';
import { createCoordination, type CoordinationServices } from '../src/coordination/service.ts';
import { openEvent, type NewEvent } from '../src/events/open-event.ts';
import { createRunnerDatabase, type RunnerDatabase } from './_harness/database.ts';
import { recordedDispatcher } from './_harness/dispatcher.ts';
import { AS_OF, assisted } from './_harness/proposals.ts';

let runner: RunnerDatabase;
const dispatcher = recordedDispatcher();

beforeAll(async () => {
  runner = await createRunnerDatabase();
});
afterAll(async () => {
  await runner.close();
});

const noReadings: KpisResponse = {
  asOf: AS_OF.toISOString(),
  simulated: true,
  reportingCurrency: 'EUR',
  configDigest: 'test',
  kpis: [],
  health: [],
};

function services(changes: Partial<CoordinationServices> = {}): CoordinationServices {
  return {
    pool: runner.pool,
    source: null,
    exporters: { kpis: () => Promise.resolve(noReadings) },
    dispatcher,
    clock: fixedClock(AS_OF),
    company: Company.parse({}),
    governance: () => Promise.resolve(assisted),
    log: createLogger('test', 'silent'),
    analysisBudgetMs: 200,
    capabilitiesOf: only(pauses(12)),
    ...changes,
  };
}

/** A campaign of its own per test: the cooldown of one test must not silence another. */
function only(...own: Capability[]): (agent: AgentId) => readonly Capability[] {
  return (agent) => (agent === 'ia-cmo' ? own : []);
}

/** Always finds campaign waste and wants the given campaign paused. */
function pauses(campaignId: number): Capability {
  return capability({
    id: 'campaign-waste',
    title: 'Campaigns that waste money',
    kpis: ['roi_campaigns'],
    analyse: () =>
      Promise.resolve([
        { kpiIds: ['roi_campaigns'], severity: 'high', title: 'waste', detail: '', evidence: [], facts: campaignId },
      ]),
    playbooks: [
      {
        id: 'pause',
        title: 'Pause it',
        propose: ({ facts }) => [
          propose(
            'ads.campaign-pause',
            { campaignId: facts, dailySpend: 140 },
            {
              target: `campaign:${String(facts)}`,
              direction: 'down',
              title: `Pause campaign ${String(facts)}`,
              description: 'It wastes money.',
              expected: [],
              confidence: 80,
              cost: null,
              hoursUntilHarm: 0,
            }
          ),
        ],
      },
    ],
  });
}

async function open(changes: Partial<NewEvent> = {}): Promise<string> {
  return openEvent(runner.pool, dispatcher, {
    eventType: 'COST_ANOMALY',
    origin: 'simulated',
    sourceAgentId: 'ia-cmo',
    severity: 'high',
    title: 'ROI of campaigns fell',
    kpiIds: ['roi_campaigns'],
    squadIds: ['business-growth'],
    eventData: {},
    requesters: ['drill'],
    simulated: true,
    asOf: AS_OF,
    actor: 'test',
    route: 'test',
    traceContext: null,
    ...changes,
  });
}

async function eventRow(id: string) {
  const { rows } = await runner.pool.query<{
    status: string;
    actions_triggered: number;
    plan_id: string;
    failure: string;
  }>('SELECT status, actions_triggered, plan_id, failure FROM ai_cos_coordination_events WHERE id = $1', [id]);
  return rows[0]!;
}

async function wantAnotherRevision(id: string): Promise<void> {
  await runner.pool.query('UPDATE ai_cos_coordination_events SET wanted_revision = wanted_revision + 1 WHERE id = $1', [
    id,
  ]);
}

describe('coordination', () => {
  it('completes an event with a stored plan and actions that wait for people', async () => {
    const id = await open();
    await createCoordination(services()).coordinate(id);

    const event = await eventRow(id);
    const actions = await actionsOfEvent(runner.pool, id);
    expect(event).toMatchObject({ status: 'completed', actions_triggered: 1 });
    expect(actions).toMatchObject([
      { agentId: 'ia-cmo', type: 'ads.campaign-pause', state: 'pending_approval', planId: event.plan_id },
    ]);
    const relevance = await runner.pool.query('SELECT 1 FROM ai_cos_relevance WHERE event_id = $1', [id]);
    expect(relevance.rowCount).toBe(26);
  });

  it('does nothing for an event that has its plan', async () => {
    const id = await open();
    const coordination = createCoordination(services());
    await coordination.coordinate(id);
    await coordination.coordinate(id);

    const plans = await runner.pool.query('SELECT 1 FROM ai_cos_plans WHERE event_id = $1', [id]);
    expect(plans.rowCount).toBe(1);
  });

  it('lets one of two workers plan an event', async () => {
    const id = await open();
    const coordination = createCoordination(services());
    await Promise.all([coordination.coordinate(id), coordination.coordinate(id)]);

    const plans = await runner.pool.query('SELECT 1 FROM ai_cos_plans WHERE event_id = $1', [id]);
    expect(plans.rowCount).toBe(1);
  });

  it('keeps an undecided action the next revision wants as well', async () => {
    const id = await open();
    const coordination = createCoordination(services({ capabilitiesOf: only(pauses(20)) }));
    await coordination.coordinate(id);
    await wantAnotherRevision(id);
    await coordination.coordinate(id);

    const actions = await actionsOfEvent(runner.pool, id);
    expect(actions.map((action) => action.state)).toEqual(['pending_approval']);
  });

  it('supersedes an undecided action the next revision does not want', async () => {
    const id = await open();
    await createCoordination(services({ capabilitiesOf: only(pauses(30)) })).coordinate(id);
    await wantAnotherRevision(id);
    await createCoordination(services({ capabilitiesOf: only(pauses(31)) })).coordinate(id);

    const states = (await actionsOfEvent(runner.pool, id)).map((action) => [
      action.parameters['campaignId'],
      action.state,
    ]);
    expect(states).toContainEqual([30, 'superseded']);
    expect(states).toContainEqual([31, 'pending_approval']);
  });

  it('notes an analysis that throws and one that hangs, and plans with the rest', async () => {
    const throws: Capability = { ...pauses(1), id: 'throws', run: () => Promise.reject(new Error('no such luck')) };
    const hangs: Capability = { ...pauses(2), id: 'hangs', run: () => new Promise(() => undefined) };
    const id = await open();
    await createCoordination(services({ capabilitiesOf: only(throws, hangs, pauses(3)) })).coordinate(id);

    const { rows } = await runner.pool.query<{ notes: { note: string }[] }>(
      'SELECT notes FROM ai_cos_plans WHERE event_id = $1',
      [id]
    );
    const notes = rows[0]!.notes.map((entry) => entry.note);
    expect(notes).toContain('throws failed: no such luck');
    expect(notes).toContain('hangs did not finish within 200 ms');
    expect(await actionsOfEvent(runner.pool, id)).toHaveLength(1);
  });

  it('plans without KPI readings and says so', async () => {
    const id = await open();
    const exporters = { kpis: () => Promise.reject(new Error('connection refused')) };
    await createCoordination(services({ exporters })).coordinate(id);

    const { rows } = await runner.pool.query<{ notes: { note: string }[] }>(
      'SELECT notes FROM ai_cos_plans WHERE event_id = $1',
      [id]
    );
    expect(rows[0]!.notes[0]?.note).toBe('planned without KPI readings: connection refused');
    expect((await eventRow(id)).status).toBe('completed');
  });

  it('gives an event back when storing fails, and marks it failed after the last attempt', async () => {
    const id = await open();
    const broken = createCoordination(services({ governance: () => Promise.reject(new Error('settings are gone')) }));
    await broken.coordinate(id);
    expect((await eventRow(id)).status).toBe('pending');
    for (let attempt = 2; attempt <= 5; attempt += 1) await broken.coordinate(id);

    expect(await eventRow(id)).toMatchObject({ status: 'failed', failure: 'settings are gone' });
    expect(await actionsOfEvent(runner.pool, id)).toHaveLength(0);
  });

  it('stores its plan when an episode joins meanwhile, and asks for the next revision', async () => {
    const id = await open();
    const joins: Capability = {
      ...pauses(40),
      run: async (...args) => {
        await runner.pool.query(
          "UPDATE ai_cos_coordination_events SET wanted_revision = wanted_revision + 1, status = 'pending' WHERE id = $1",
          [id]
        );
        return pauses(40).run(...args);
      },
    };
    dispatcher.sent.length = 0;
    await createCoordination(services({ capabilitiesOf: only(joins) })).coordinate(id);

    expect(await eventRow(id)).toMatchObject({ status: 'pending', actions_triggered: 1, failure: null });
    expect(dispatcher.sent).toContainEqual({ queue: 'coordinate', id });
    await createCoordination(services({ capabilitiesOf: only(pauses(40)) })).coordinate(id);
    expect((await eventRow(id)).status).toBe('completed');
  });

  it('is replayed from what it recorded to the same hash', async () => {
    const id = await open();
    // The real analyses: without a company database each says "not enough data", which is recorded as well.
    const { capabilitiesOf: _own, ...rest } = services();
    await createCoordination(rest).coordinate(id);

    const replay = await replayEvent(runner.pool, id);
    expect(replay.same).toBe(true);
    expect(replay.draft.findings.length).toBeGreaterThan(3);
  });

  it('skips a paused agent', async () => {
    await runner.pool.query(
      "INSERT INTO ai_cos_agent_state (agent_id, state, changed_by) VALUES ('ia-cmo', 'paused', 'test')"
    );
    const id = await open();
    await createCoordination(services()).coordinate(id);
    await runner.pool.query("UPDATE ai_cos_agent_state SET state = 'active'");

    expect(await actionsOfEvent(runner.pool, id)).toHaveLength(0);
  });
});
