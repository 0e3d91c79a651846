import { wallClock } from '@ai-cos/service-kit';
import { rmSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Cluster } from '../../stack/src/postgres/cluster.ts';
import { startTestCluster } from '../../stack/src/testing/test-cluster.ts';
import { print } from '../eval/print.ts';
import { startChild } from './exporters/child.ts';
import { computingTime } from './exporters/growth.ts';
import { scrapeLatency, type Latency } from './exporters/latency.ts';
import { keepRecomputing } from './exporters/recomputing.ts';
import { simulatedCompany, type SimulatedCompany } from './exporters/simulated-company.ts';

/** Scrape latency beside a bare prom-client, and how computing grows with the data. `--json FILE` keeps the figures. */
const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    requests: { type: 'string', default: '1000' },
    scale: { type: 'string', default: '0.1' },
  },
});
const requests = Number(values.requests);
const smallScale = Number(values.scale);
const growth = 10;
const months = 30;

/** A business day in five seconds: every refresh class is due at every chance. */
function fastClock({ until }: SimulatedCompany): string {
  const start = `timestamptz '${until.toISOString()}' - interval '20 days'`;
  const elapsed = `clock_timestamp() - timestamptz '${wallClock().now().toISOString()}'`;
  return `sql:SELECT ${start} + 17280 * (${elapsed}) AS now, 17280 AS rate`;
}

type Phase = 'bare' | 'quiet' | 'bareBeside' | 'recomputing';

/** Each server alone, and both while the database computes all KPIs without a pause: what is left is the exporters' own doing. */
async function latencies(company: SimulatedCompany): Promise<Record<Phase, Latency> & { rounds: number }> {
  const bareServer = await startChild('tests/bench/exporters/bare-metrics-server.ts', {});
  const exporters = await startChild('exporters/src/main.ts', {
    AICOS_SOURCE_URL: company.readerUrl,
    AICOS_CLOCK: fastClock(company),
    AICOS_EXPORTERS_PORT: '0',
  });
  try {
    const bare = await scrapeLatency(bareServer.url, requests);
    const quiet = await scrapeLatency(`${exporters.url}/metrics`, requests);
    const load = keepRecomputing(exporters, company);
    const bareBeside = await scrapeLatency(bareServer.url, requests);
    const recomputing = await scrapeLatency(`${exporters.url}/metrics`, requests);
    return { bare, quiet, bareBeside, recomputing, rounds: await load.stop() };
  } finally {
    await exporters.stop();
    await bareServer.stop();
  }
}

function printLatency(name: string, { p50Ms, p99Ms, maxMs, bytes }: Latency): void {
  const figures = [p50Ms, p99Ms, maxMs].map((ms) => ms.toFixed(2).padStart(8)).join(' ');
  print(`${name.padEnd(28)} ${figures}  ${String(Math.round(bytes / 1_024)).padStart(5)} KiB`);
}

function printScrapes(scrape: Record<Phase, Latency> & { rounds: number }): void {
  print(`\n/metrics, ${String(requests)} requests            p50 ms   p99 ms   max ms`);
  printLatency('bare prom-client', scrape.bare);
  printLatency('exporters', scrape.quiet);
  printLatency('bare, beside the load', scrape.bareBeside);
  printLatency('exporters, recomputing all', scrape.recomputing);
  const ratio = (scrape.recomputing.p99Ms / scrape.bareBeside.p99Ms).toFixed(2);
  print(`p99 while recomputing ÷ bare beside the same load: ${ratio} (${String(scrape.rounds)} rounds of all KPIs)`);
}

function printGrowth(name: string, small: number, large: number): void {
  const times = (large / small).toFixed(1);
  print(`${name.padEnd(28)} ${small.toFixed(0)} ms → ${large.toFixed(0)} ms: × ${times} at × ${String(growth)} data`);
}

async function run(cluster: Cluster): Promise<void> {
  print(`loading ${String(months)} months of the simulated company at scale ${String(smallScale)}`);
  const small = await simulatedCompany({ cluster, name: 'bench_small', scale: smallScale, months });
  const smallTime = await computingTime(small);
  print(`loading the same at scale ${String(smallScale * growth)}`);
  const large = await simulatedCompany({ cluster, name: 'bench_large', scale: smallScale * growth, months });
  const scrape = await latencies(large);
  printScrapes(scrape);
  const largeTime = await computingTime(large);
  print('\ncomputing');
  printGrowth('all KPIs at one instant', smallTime.allKpisMs, largeTime.allKpisMs);
  printGrowth('90 days of all KPIs', smallTime.historyMs, largeTime.historyMs);
  if (values.json === undefined) return;
  const figures = { requests, growth, scale: { small: smallScale, large: smallScale * growth }, scrape };
  writeFileSync(
    values.json,
    JSON.stringify({ ...figures, computing: { small: smallTime, large: largeTime } }, null, 2)
  );
}

const { cluster, home } = await startTestCluster();
const cleanUp = async (): Promise<void> => {
  await cluster.stop();
  rmSync(home, { recursive: true, force: true });
};
process.once('SIGINT', () => {
  process.exitCode = 130;
  void cleanUp();
});
try {
  await run(cluster);
} finally {
  await cleanUp();
}
