import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { eventTypeIds, kpiIds, kpis, type EventType } from '@ai-cos/catalog';
import { dayOf } from '@ai-cos/demo';
import { startEvalCluster } from '../eval/agents/eval-cluster.ts';
import { openKpiDesk } from '../eval/agents/kpi-desk.ts';
import { openRunnerDesk } from '../eval/agents/runner-desk.ts';
import { openVirtualDays } from '../eval/agents/virtual-days.ts';
import { print } from '../eval/print.ts';
import { openEvent } from '../../agent-runner/src/events/open-event.ts';
import { defaultOptions } from '../../agent-runner/src/coordination/types.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    scales: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '2' },
  },
});

interface Figures {
  readonly scale: number;
  readonly plans: number;
  readonly medianMs: number;
  readonly p95Ms: number;
}

/** One event of every type, planned with all analyses on the company of this size; from the stored event to the stored plan. */
async function measure(scale: number, rounds: number): Promise<Figures> {
  const cluster = await startEvalCluster({ seed: 1, endDay: dayOf('2026-10-05'), months: 24, scale });
  try {
    const company = await cluster.company();
    const runner = await cluster.runner();
    const days = await openVirtualDays(company);
    const kpiDesk = openKpiDesk(company.readerUrl, days.clock);
    const readings = await kpiDesk.measure(days.clock.now(), days.world.figures());
    const desk = openRunnerDesk({
      pool: runner.pool,
      source: company.reader,
      clock: days.clock,
      options: defaultOptions,
    });
    await desk.day(readings, []);
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      for (const type of eventTypeIds) times.push(await planOne(type));
    }
    await kpiDesk.close();
    await company.close();
    await runner.close();
    times.sort((a, b) => a - b);
    return { scale, plans: times.length, medianMs: at(times, 0.5), p95Ms: at(times, 0.95) };

    async function planOne(type: EventType): Promise<number> {
      const kpiId = kpiIds.find((id) => kpis[id].eventType === type) ?? 'stock_rupture';
      const id = await openEvent(runner.pool, desk.dispatcher, {
        ...{ eventType: type, origin: 'simulated', sourceAgentId: kpis[kpiId].owner, severity: 'high', title: type },
        ...{ kpiIds: [kpiId], squadIds: [], eventData: {}, requesters: [], simulated: true, asOf: days.clock.now() },
        ...{ actor: 'bench', route: 'bench', traceContext: null },
      });
      const started = performance.now();
      await desk.coordinate(id);
      return performance.now() - started;
    }
  } finally {
    await cluster.close();
  }
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

const all: Figures[] = [];
for (const scale of values.scales.split(',').map(Number)) {
  const figures = await measure(scale, Number(values.rounds));
  all.push(figures);
  print(
    `scale ${String(scale)}: ${String(figures.plans)} plans, median ${figures.medianMs.toFixed(0)} ms, p95 ${figures.p95Ms.toFixed(0)} ms`
  );
}
if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(all, null, 2)}\n`);
