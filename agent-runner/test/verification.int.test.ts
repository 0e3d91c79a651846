import { Company, kpis, type KpiId, type KpisResponse } from '@ai-cos/catalog';
import { createLogger, fixedClock, type Clock } from '@ai-cos/service-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadAction } from '../src/actions/repository.ts';
import type { ActionRow } from '../src/actions/types.ts';
import { verifiedPredictions } from '../src/learning/verified-predictions.ts';
import { hitRateOf } from '../src/simulation/hit-rate.ts';
import { makeBaseline } from '../src/verification/make-baseline.ts';
import { createVerification, type Verification } from '../src/verification/service.ts';
import type { KpiSource, MaturingDay } from '../src/verification/types.ts';
import { createRunnerDatabase, type RunnerDatabase } from './_harness/database.ts';
import { AS_OF, insertProposal } from './_harness/proposals.ts';

const dayMs = 86_400_000;
const kpiId: KpiId = 'stock_rupture';
/** The incident began two days before the action: 2 % before, 14 % since. */
const incidentSince = new Date(AS_OF.getTime() - 2 * dayMs);

let runner: RunnerDatabase;
let compensated: string[];
let after: number;
let statuses: Record<string, string>;
beforeAll(async () => {
  runner = await createRunnerDatabase();
});
afterAll(async () => {
  await runner.close();
});
beforeEach(async () => {
  compensated = [];
  after = 2.5;
  statuses = {};
  await runner.pool.query('UPDATE ai_cos_actions SET verify_due_as_of = executed_as_of');
});

function levelOf(at: number): number {
  if (at < incidentSince.getTime()) return 2;
  return at < AS_OF.getTime() + 2 * dayMs ? 14 : after;
}

/** Repeatable noise of about ±0.5. */
function noise(day: number): number {
  const scrambled = Math.sin(day * 12.9898) * 43_758.5453;
  return scrambled - Math.floor(scrambled) - 0.5;
}

/** A KPI that lives through the incident and, from two days after the action on, stands at `after`. */
const source: KpiSource = {
  days(_, from, to) {
    const days: MaturingDay[] = [];
    for (let at = Math.ceil(from.getTime() / dayMs) * dayMs; at < to.getTime(); at += dayMs) {
      const wiggle = noise(at / dayMs);
      days.push({
        at: new Date(at),
        value: levelOf(at) + wiggle,
        numerator: null,
        denominator: null,
        sampleSize: 400,
        matured: true,
      });
    }
    return Promise.resolve(days);
  },
  readings: () =>
    Promise.resolve({
      kpis: Object.values(kpis).map(({ id }) => ({
        id,
        status: statuses[id] ?? 'ok',
        significant: true,
        definitionVersion: '1',
      })),
    } as unknown as KpisResponse),
};

async function executed(change = -10, planId: string | null = null): Promise<ActionRow> {
  const row = await insertProposal(
    runner.pool,
    {
      kpiIds: [kpiId],
      expectedImprovement: [{ kpiId, change, low: change - 2, high: change + 2, unit: 'percent', basis: 'test' }],
    },
    { planId }
  );
  const baseline = await makeBaseline(source, fixedClock(AS_OF), { kpiIds: [kpiId], windowDays: 7, incidentSince });
  await runner.pool.query(
    `UPDATE ai_cos_actions SET state = 'succeeded', executed_at = clock_timestamp(), executed_as_of = $2,
            verify_due_as_of = $3, baseline = $4 WHERE id = $1`,
    [row.id, AS_OF, new Date(AS_OF.getTime() + 10 * dayMs), JSON.stringify(baseline)]
  );
  return row;
}

function verification(options: { clock?: Clock; company?: Company; postcheck?: boolean | null } = {}): Verification {
  return createVerification({
    pool: runner.pool,
    clock: options.clock ?? fixedClock(new Date(AS_OF.getTime() + 11 * dayMs)),
    log: createLogger('test', 'silent'),
    kpis: source,
    company: options.company ?? Company.parse({}),
    postcheck: () => Promise.resolve(options.postcheck === undefined ? true : options.postcheck),
    compensate: (id) => {
      compensated.push(id);
      return Promise.resolve();
    },
  });
}

async function verdictOf(id: string): Promise<{ state: string; reason: string | null }> {
  const row = await loadAction(runner.pool, id);
  return { state: row?.state ?? 'gone', reason: row?.stateReason ?? null };
}

describe('verification', () => {
  it('does nothing before the window is over in business time', async () => {
    const { id } = await executed();

    await verification({ clock: fixedClock(new Date(AS_OF.getTime() + 9 * dayMs)) }).verify(id);

    expect((await verdictOf(id)).state).toBe('succeeded');
  });

  it('verifies a cure against the incident it cured, and records predicted and realised', async () => {
    const { id } = await executed();

    await verification().verify(id);

    const { rows } = await runner.pool.query<{ realised: number; verdict: string }>(
      `SELECT realised::float8, verdict FROM ai_cos_outcomes WHERE action_id = $1`,
      [id]
    );
    expect(await verdictOf(id)).toMatchObject({ state: 'verified' });
    expect(rows[0]?.realised).toBeGreaterThan(-13);
    expect(rows[0]?.realised).toBeLessThan(-8);
  });

  it('calls a useless action ineffective', async () => {
    after = 14;
    const { id } = await executed();

    await verification().verify(id);

    expect((await verdictOf(id)).state).toBe('ineffective');
  });

  it('calls an action that made it worse harmful and undoes it', async () => {
    after = 30;
    const { id } = await executed();

    await verification().verify(id);

    expect((await verdictOf(id)).state).toBe('harmful');
    expect(compensated).toEqual([id]);
  });

  it('calls an action harmful when another KPI left its band since', async () => {
    const { id } = await executed();
    statuses = { conversion_rate: 'critical' };

    await verification().verify(id);

    expect(await verdictOf(id)).toMatchObject({
      state: 'harmful',
      reason: expect.stringContaining('conversion_rate') as string,
    });
  });

  it('credits nothing when a promotion fell into the window', async () => {
    const { id } = await executed();
    const company = Company.parse({
      calendar: [{ name: 'Spring sale', kind: 'sale', from: '2026-03-05', to: '2026-03-07' }],
    });

    await verification({ company }).verify(id);

    expect(await verdictOf(id)).toMatchObject({
      state: 'unverifiable',
      reason: expect.stringContaining('Spring sale') as string,
    });
  });

  it('credits nothing when another plan acted on the same KPI', async () => {
    const { id } = await executed();
    const other = await executed();
    await runner.pool.query(`UPDATE ai_cos_actions SET state = 'verified' WHERE id = $1`, [other.id]);

    await verification().verify(id);

    expect((await verdictOf(id)).reason).toContain('another plan');
  });

  it('judges by the postcheck first: a mechanism that did not move earns nothing', async () => {
    const { id } = await executed();

    await verification({ postcheck: false }).verify(id);

    expect((await verdictOf(id)).state).toBe('ineffective');
  });

  it('is what a what-if run about the same lever calls its own hit rate', async () => {
    const { id } = await executed();
    await verification().verify(id);

    const [latest] = await verifiedPredictions(runner.pool, 'campaign');
    expect(latest).toMatchObject({ low: -12, high: -8 });
    expect(hitRateOf([{ low: -12, high: -8, realised: latest?.realised ?? NaN }])?.count).toBe(1);
    expect(await verifiedPredictions(runner.pool, 'pricing')).toEqual([]);
  });

  it('moves trust for what can be told and leaves it alone for what cannot', async () => {
    await runner.pool.query('DELETE FROM ai_cos_trust').catch(() => undefined);
    const before = await trust();
    const verified = await executed();
    await verification().verify(verified.id);
    const told = await trust();
    const confounded = await executed();
    await verification({
      company: Company.parse({ calendar: [{ name: 'x', kind: 'sale', from: '2026-03-01', to: '2026-03-20' }] }),
    }).verify(confounded.id);

    expect(told - before).toBe(1);
    expect(await trust()).toBe(told);
  });
});

async function trust(): Promise<number> {
  const { rows } = await runner.pool.query<{ verdicts: number }>(
    'SELECT coalesce(sum(verdicts), 0)::int AS verdicts FROM ai_cos_trust'
  );
  return rows[0]?.verdicts ?? 0;
}
