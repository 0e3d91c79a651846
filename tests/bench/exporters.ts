import { wallClock } from '@ai-cos/service-kit';
import { rmSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { startTestCluster } from '../../stack/src/testing/test-cluster.ts';
import { print } from '../eval/print.ts';
import { startChild } from './exporters/child.ts';
import { computingTime, type ComputingTime } from './exporters/growth.ts';
import { scrapeLatency, type Latency } from './exporters/latency.ts';
import { keepRecomputing } from './exporters/recomputing.ts';
import { simulatedCompany, type SimulatedCompany } from './exporters/simulated-company.ts';

/** Scrape latency beside a bare prom-client, and how computing grows with the data. `--json FILE` keeps the figures. */
const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    requests: { type: 'string', default: '1000' },
    scale: { type: 'string', default: '0.3' },
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

async function latencies(
  company: SimulatedCompany
): Promise<Record<'bare' | 'quiet' | 'recomputing', Latency> & { rounds: number }> {
  const bareServer = await startChild('tests/bench/exporters/bare-metrics-server.ts', {});
  const bare = await scrapeLatency(bareServer.url, requests);
  await bareServer.stop();
  const exporters = await startChild('exporters/src/main.ts', {
    AICOS_SOURCE_URL: company.readerUrl,
    AICOS_CLOCK: fastClock(company),
    AICOS_EXPORTERS_PORT: '0',
  });
  try {
    const quiet = await scrapeLatency(`${exporters.url}/metrics`, requests);
    const load = keepRecomputing(exporters, company);
    const recomputing = await scrapeLatency(`${exporters.url}/metrics`, requests);
    return { bare, quiet, recomputing, rounds: await load.stop() };
  } finally {
    await exporters.stop();
  }
}

function printLatency(name: string, { p50Ms, p99Ms, maxMs, bytes }: Latency): void {
  const figures = [p50Ms, p99Ms, maxMs].map((ms) => ms.toFixed(2).padStart(8)).join(' ');
  print(`${name.padEnd(28)} ${figures}  ${String(Math.round(bytes / 1_024)).padStart(5)} KiB`);
}

function ratio(large: ComputingTime, small: ComputingTime): ComputingTime {
  return { allKpisMs: large.allKpisMs / small.allKpisMs, historyMs: large.historyMs / small.historyMs };
}

const { cluster, home } = await startTestCluster();
try {
  print(`loading ${String(months)} months of the simulated company at scale ${String(smallScale)}`);
  const small = await simulatedCompany({ cluster, name: 'bench_small', scale: smallScale, months });
  const scrape = await latencies(small);
  print(`\n/metrics, ${String(requests)} requests          p50 ms   p99 ms   max ms`);
  printLatency('bare prom-client', scrape.bare);
  printLatency('exporters, quiet', scrape.quiet);
  printLatency(`exporters, recomputing all`, scrape.recomputing);
  print(
    `p99 while recomputing ÷ p99 of bare: ${(scrape.recomputing.p99Ms / scrape.bare.p99Ms).toFixed(2)} (${String(scrape.rounds)} rounds of all KPIs meanwhile)`
  );

  const smallTime = await computingTime(small);
  print(`\nloading the same at scale ${String(smallScale * growth)}`);
  const large = await simulatedCompany({ cluster, name: 'bench_large', scale: smallScale * growth, months });
  const largeTime = await computingTime(large);
  const grown = ratio(largeTime, smallTime);
  print(
    `all KPIs at one instant: ${smallTime.allKpisMs.toFixed(0)} ms → ${largeTime.allKpisMs.toFixed(0)} ms, × ${grown.allKpisMs.toFixed(1)} at × ${String(growth)} data`
  );
  print(
    `90 days of all KPIs:     ${smallTime.historyMs.toFixed(0)} ms → ${largeTime.historyMs.toFixed(0)} ms, × ${grown.historyMs.toFixed(1)} at × ${String(growth)} data`
  );
  if (values.json !== undefined) {
    writeFileSync(
      values.json,
      JSON.stringify({ scrape, computing: { small: smallTime, large: largeTime, grown, growth } }, null, 2)
    );
  }
} finally {
  await cluster.stop();
  rmSync(home, { recursive: true, force: true });
}
