import type { KpiStatus } from '@ai-cos/catalog';
import { fixedClock } from '@ai-cos/service-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadAction } from '../src/actions/repository.ts';
import { transitionAction } from '../src/actions/transition.ts';
import { closeSweep } from '../src/events/close-events.ts';
import { openEvent, type NewEvent } from '../src/events/open-event.ts';
import { eventDetail } from '../src/views/event-view.ts';
import { createRunnerDatabase, type RunnerDatabase } from './_harness/database.ts';
import { recordedDispatcher } from './_harness/dispatcher.ts';
import { AS_OF, insertProposal } from './_harness/proposals.ts';

let runner: RunnerDatabase;
const clock = fixedClock(AS_OF);
beforeAll(async () => {
  runner = await createRunnerDatabase();
});
afterAll(async () => {
  await runner.close();
});

let kpiNumber = 0;
const KPIS = ['cac', 'ltv', 'csat', 'runway', 'ux_score', 'seo_score'] as const;

/** An event about a KPI no other test uses, with its plan made. */
async function event(changes: Partial<NewEvent> = {}) {
  const kpi = KPIS[kpiNumber % KPIS.length]!;
  kpiNumber += 1;
  const id = await openEvent(runner.pool, recordedDispatcher(), {
    eventType: 'COST_ANOMALY',
    origin: 'alert',
    sourceAgentId: 'ia-cmo',
    severity: 'high',
    title: 'Off target',
    kpiIds: [kpi],
    squadIds: ['business-growth'],
    eventData: {},
    requesters: [],
    simulated: true,
    asOf: AS_OF,
    actor: 'alertmanager',
    route: 'webhook',
    traceContext: null,
    ...changes,
  });
  await runner.pool.query(`UPDATE ai_cos_coordination_events SET status = 'completed' WHERE id = $1`, [id]);
  return { id, kpi };
}

let refresh = 0;
async function refreshed(kpi: string, status: KpiStatus): Promise<void> {
  refresh += 1;
  await runner.pool.query(
    `INSERT INTO ai_cos_kpi_values (kpi_id, as_of, status, definition_version) VALUES ($1, $2, $3, '1')`,
    [kpi, new Date(AS_OF.getTime() + refresh * 60_000), status]
  );
}

const sweep = () => closeSweep({ pool: runner.pool, clock })();

async function isOpen(id: string): Promise<boolean> {
  return (await eventDetail(runner.pool, id))?.closedAt === null;
}

describe('recovery', () => {
  it('needs two refreshes in the band: one closes nothing', async () => {
    const { id, kpi } = await event();
    await refreshed(kpi, 'critical');
    await refreshed(kpi, 'ok');
    await sweep();
    const afterOne = await isOpen(id);
    await refreshed(kpi, 'ok');
    await sweep();

    expect(afterOne).toBe(true);
    expect(await isOpen(id)).toBe(false);
  });

  it.each(['undefined', 'warning'] as const)('is not proven by a KPI that is %s', async (status) => {
    const { id, kpi } = await event();
    await refreshed(kpi, 'ok');
    await refreshed(kpi, status);
    await sweep();

    expect(await isOpen(id)).toBe(true);
  });

  it('cancels what nobody decided and waits for what runs', async () => {
    const { id, kpi } = await event();
    const waiting = await insertProposal(runner.pool, {}, { eventId: id });
    const running = await insertProposal(runner.pool, {}, { eventId: id });
    const by = { actor: 'p', route: 'test', reason: null } as const;
    await transitionAction(runner.pool, {
      ...by,
      id: running.id,
      from: 'pending_approval',
      to: 'approved',
      set: { approvedDigest: running.digest },
    });
    await refreshed(kpi, 'ok');
    await refreshed(kpi, 'ok');
    await sweep();

    expect(await loadAction(runner.pool, waiting.id)).toMatchObject({
      state: 'cancelled',
      stateReason: 'the KPI is back in its band',
    });
    expect(await loadAction(runner.pool, running.id)).toMatchObject({ state: 'approved' });
    expect(await isOpen(id)).toBe(true);
  });

  it('does not close while an episode fires', async () => {
    const { id, kpi } = await event();
    await runner.pool.query(
      `INSERT INTO ai_cos_episodes (event_id, label_hash, starts_at, alert_name, labels, opened_as_of)
       VALUES ($1, $3, $2, 'A', '{}', $2)`,
      [id, AS_OF, id]
    );
    await refreshed(kpi, 'ok');
    await refreshed(kpi, 'ok');
    await sweep();

    expect(await isOpen(id)).toBe(true);
  });

  it('ends a simulated event with its last action', async () => {
    const { id } = await event({ origin: 'simulated' });
    const action = await insertProposal(runner.pool, {}, { eventId: id });
    await sweep();
    const before = await isOpen(id);
    await transitionAction(runner.pool, {
      id: action.id,
      from: 'pending_approval',
      to: 'rejected',
      reason: 'no',
      actor: 'p',
      route: 'test',
    });
    await sweep();

    expect(before).toBe(true);
    expect(await isOpen(id)).toBe(false);
  });
});
