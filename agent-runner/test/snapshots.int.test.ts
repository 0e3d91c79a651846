import { kpis } from '@ai-cos/catalog';
import { fixedClock } from '@ai-cos/service-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Snapshot } from '../src/contract/index.ts';
import { runDailySnapshot } from '../src/ticks/daily-snapshot.ts';
import { fixedExporters, kpisResponse } from './_harness/exporters.ts';
import { recordedDispatcher } from './_harness/dispatcher.ts';
import { startRunner, type TestRunner } from './_harness/runner.ts';

const red = kpisResponse({
  cac: { value: 60, status: 'critical' },
  csat: { value: null, status: 'undefined', reason: 'feed_missing_or_stale' },
});
let runner: TestRunner;
const dispatcher = recordedDispatcher();
beforeAll(async () => {
  runner = await startRunner({
    overrides: { exporters: fixedExporters(red), dispatcher, clock: fixedClock(new Date('2026-03-02T09:00:00Z')) },
  });
  await runner.context.kpis.refresh();
});
afterAll(async () => {
  await runner.close();
});

async function snapshots(): Promise<Snapshot[]> {
  return (await (await runner.call('GET', '/api/ai-cos/snapshots')).json()) as Snapshot[];
}

describe('snapshots', () => {
  it('are taken once per business day, however many replicas ask', async () => {
    const taken = await Promise.all(Array.from({ length: 8 }, () => runDailySnapshot(runner.context)));

    expect(taken.filter(Boolean)).toHaveLength(1);
    const [snapshot, ...others] = await snapshots();
    expect(others).toEqual([]);
    expect(Object.keys(snapshot!.kpis)).toHaveLength(40);
    expect(snapshot?.kpis).toMatchObject({ cac: 60, csat: null, ltv: kpis.ltv.target });
  });

  it('open an event for what is off target, once', async () => {
    const events = (await (await runner.call('GET', '/api/ai-cos/coordination/events')).json()) as {
      origin: string;
      kpiIds: string[];
      severity: string;
    }[];

    expect(events.map(({ origin, kpiIds, severity }) => ({ origin, kpiIds, severity }))).toEqual([
      { origin: 'snapshot', kpiIds: ['cac'], severity: 'critical' },
    ]);
  });

  it('take figures of a report under any spelling and compute the founding scores', async () => {
    const report = {
      kpis: { 'email-open-rate': 12.5, responseTime: 77 },
      complexity: { high_complexity_files: 10, total_violations: 100 },
      duplication: { duplicated_blocks: 20 },
      deadCode: { unused_files: 10 },
      massiveFiles: { count: 5 },
      security: { high: 1, critical: 2 },
    };
    const token = await runner.tokenOf('admin');
    const response = await runner.call('POST', '/api/ai-cos/snapshots', {
      token,
      body: { source: 'report.json', report },
    });

    expect(response.status).toBe(201);
    expect(((await response.json()) as Snapshot).kpis).toMatchObject({
      email_open_rate: 12.5,
      response_time: 77,
      code_health: 67,
      tech_debt_score: 81,
      security_score: 50,
    });
  });
});
