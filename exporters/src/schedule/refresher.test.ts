import { Company } from '@ai-cos/catalog';
import { createLogger, fixedClock } from '@ai-cos/service-kit';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defineKpis } from '../config/kpi-definition.ts';
import { KpisFile } from '../config/kpis-file.ts';
import { loadQueryLibrary } from '../sql/library.ts';
import { createRefresher, minWallMs, type RunOutcome } from './refresher.ts';

const definitions = defineKpis(KpisFile.parse({}), {
  library: loadQueryLibrary(),
  company: Company.parse({}),
  locate: String,
});
const log = createLogger('refresher-test', 'silent');

/** A clock that the test moves, and a run that ends when the test says so. */
function setUp() {
  let now = new Date('2026-06-15T12:00:30Z');
  const runs: { kpis: readonly string[]; end: (outcome: RunOutcome) => void }[] = [];
  const refresher = createRefresher({
    name: 'company',
    definitions,
    clock: { ...fixedClock(now), now: () => now },
    log,
    run: (due) =>
      new Promise((resolve) => {
        runs.push({ kpis: due.map(({ id }) => id), end: resolve });
      }),
  });
  return {
    refresher,
    runs,
    setNow: (text: string) => {
      now = new Date(text);
    },
    async finish(outcome: RunOutcome = 'done') {
      runs.at(-1)?.end(outcome);
      await refresher.idle();
    },
  };
}

describe('a refresher', () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ['performance'] }));
  afterEach(() => vi.useRealTimers());

  const wait = (ms: number): void => {
    vi.advanceTimersByTime(ms);
  };

  it('computes all KPIs first and then each class in its period of business time', async () => {
    const { refresher, runs, setNow, finish } = setUp();
    refresher.tick();
    await finish();
    for (const time of ['12:01:00', '12:15:00', '13:00:00']) {
      wait(minWallMs);
      setNow(`2026-06-15T${time}Z`);
      refresher.tick();
      await finish();
    }
    expect(runs[0]?.kpis).toHaveLength(40);
    expect(runs[1]?.kpis).toContain('conversion_rate');
    expect(runs[1]?.kpis).not.toContain('gross_margin');
    expect(runs[2]?.kpis).toContain('gross_margin');
    expect(runs[3]?.kpis).not.toContain('ltv');
  });

  it('has one run under way at a time', async () => {
    const { refresher, runs, setNow, finish } = setUp();
    refresher.tick();
    wait(10 * minWallMs);
    setNow('2026-06-16T12:00:00Z');
    refresher.tick();
    expect(runs).toHaveLength(1);
    await finish();
  });

  it('does not ask a source again within five seconds, however fast business time runs', async () => {
    const { refresher, runs, setNow, finish } = setUp();
    refresher.tick();
    await finish();
    setNow('2026-06-20T12:00:00Z');
    wait(minWallMs - 1);
    refresher.tick();
    expect(runs).toHaveLength(1);
    wait(1);
    refresher.tick();
    expect(runs).toHaveLength(2);
    await finish();
  });

  it('looks after its source while the business clock stands still', async () => {
    const { refresher, runs, finish } = setUp();
    refresher.tick();
    await finish();
    wait(minWallMs);
    refresher.tick();
    await finish();
    expect(runs.map(({ kpis }) => kpis.length)).toEqual([40, 0]);
  });

  it('computes everything once a lost source is back', async () => {
    const { refresher, runs, finish } = setUp();
    refresher.tick();
    await finish();
    wait(minWallMs);
    refresher.tick();
    await finish('unreachable');
    wait(minWallMs);
    refresher.tick();
    await finish();
    expect(runs.map(({ kpis }) => kpis.length)).toEqual([40, 0, 40]);
  });
});
