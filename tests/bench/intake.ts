import { createPool, type Pool } from '@ai-cos/service-kit';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { migrate } from '../../agent-runner/src/db/migrate.ts';
import { createRunnerPool } from '../../agent-runner/src/db/pool.ts';
import { acceptDelivery } from '../../agent-runner/src/intake/accept.ts';
import { inboxRowOf } from '../../agent-runner/src/intake/inbox-row.ts';
import { ensureDatabases, ensureRoles } from '../../stack/src/database/roles.ts';
import { startCluster, type Cluster } from '../../stack/src/postgres/cluster.ts';
import { withClient } from '../../stack/src/postgres/connection.ts';
import { print } from '../eval/print.ts';
import { startServer } from './intake/server-process.ts';
import { burst, httpLoad, type HttpLoad } from './intake/http-load.ts';
import { notification } from './intake/payload.ts';
import { perSecond } from './intake/rate.ts';

/** The intake against bare inserts and a bare server, in the same run on the same durable cluster. `--json FILE` keeps all. */
const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    seconds: { type: 'string', default: '8' },
    burst: { type: 'string', default: '3000' },
  },
});
const seconds = Number(values.seconds);
const lanes = 16;
const connections = 64;
const alertsPerDelivery = 3;
const token = randomBytes(32).toString('hex');

interface Statements {
  readonly bareTx: number;
  readonly acceptTx: number;
  readonly acceptAlerts: number;
}

async function statements(pool: Pool, bare: Pool): Promise<Statements> {
  const body = notification(1);
  const insert = () => bare.query({ name: 'bare', text: 'INSERT INTO bench_bare (body) VALUES ($1)', values: [body] });
  await perSecond({ lanes, seconds: 1 }, insert);
  const bareTx = await perSecond({ lanes, seconds }, insert);
  const { alerts } = JSON.parse(notification(alertsPerDelivery)) as { alerts: unknown[] };
  const template = alerts.map(inboxRowOf);
  // Only the statement: reading and checking the body is part of the figure over HTTP.
  const accept = () =>
    acceptDelivery(pool, {
      source: 'bench',
      receiver: 'ai-cos',
      groupKey: '{}',
      rows: template.map((row) => ({ ...row, labelHash: randomUUID() })),
      traceContext: null,
    });
  await perSecond({ lanes, seconds: 1 }, accept);
  const acceptTx = await perSecond({ lanes, seconds }, accept);
  return { bareTx, acceptTx, acceptAlerts: acceptTx * alertsPerDelivery };
}

interface OverHttp {
  readonly bare: HttpLoad;
  readonly intake: HttpLoad;
  readonly tenth: HttpLoad;
  readonly burst: { failed: number; seconds: number; rssBeforeMb: number; rssPeakMb: number };
}

async function overHttp(url: string): Promise<OverHttp> {
  const bareServer = await startServer('tests/bench/intake/bare-server.ts', [url]);
  const intakeServer = await startServer('tests/bench/intake/intake-server.ts', [url, token]);
  const to = (base: string) => ({
    url: `${base}/api/ai-cos/webhooks/alertmanager`,
    body: () => notification(1),
    token,
  });
  try {
    await httpLoad({ ...to(bareServer.url), connections, seconds: 1 });
    await httpLoad({ ...to(intakeServer.url), connections, seconds: 1 });
    const bare = await httpLoad({ ...to(bareServer.url), connections, seconds });
    const intake = await httpLoad({ ...to(intakeServer.url), connections, seconds });
    const tenth = await httpLoad({ ...to(intakeServer.url), connections, seconds, rate: intake.perSecond / 10 });
    const rssBeforeMb = intakeServer.rssMb();
    const result = await burst(Number(values.burst), to(intakeServer.url));
    return { bare, intake, tenth, burst: { ...result, rssBeforeMb, rssPeakMb: intakeServer.peakRssMb() } };
  } finally {
    await bareServer.stop();
    await intakeServer.stop();
  }
}

function printAll(statement: Statements, http: OverHttp): void {
  const { bareTx, acceptTx, acceptAlerts } = statement;
  const line = (name: string, figure: number, against: number, gate: number) =>
    print(
      `${name.padEnd(44)} ${figure.toFixed(0).padStart(7)}/s  ${(figure / against).toFixed(2)} × baseline (gate ${String(gate)})`
    );
  print(`bare insert, ${String(lanes)} connections${bareTx.toFixed(0).padStart(24)}/s`);
  line('accept statement of 3 alerts, transactions', acceptTx, bareTx, 0.5);
  line('accept statement of 3 alerts, alerts', acceptAlerts, bareTx, 1.5);
  print(`bare server + insert, p99 ${http.bare.p99Ms.toFixed(1)} ms${http.bare.perSecond.toFixed(0).padStart(26)}/s`);
  line('intake over HTTP', http.intake.perSecond, http.bare.perSecond, 0.45);
  print(
    `intake at a tenth of its peak, p99 ${http.tenth.p99Ms.toFixed(1)} ms: ${(http.tenth.p99Ms / http.bare.p99Ms).toFixed(2)} × bare at peak (gate 1)`
  );
  print(
    `burst of ${values.burst}: ${String(http.burst.failed)} failed in ${http.burst.seconds.toFixed(1)} s, ` +
      `memory ${http.burst.rssBeforeMb.toFixed(0)} → ${http.burst.rssPeakMb.toFixed(0)} MB at most`
  );
}

async function run(cluster: Cluster): Promise<void> {
  await withClient(cluster.superuserUrl(), async (client) => {
    await ensureRoles(client, () => cluster.superuserPassword);
    await ensureDatabases(client);
  });
  const urlOf = (role: string) => {
    const url = new URL(cluster.superuserUrl('aicos'));
    url.username = role;
    return url.href;
  };
  await migrate(urlOf('aicos_owner'));
  await withClient(urlOf('aicos_owner'), async (client) => {
    await client.query('CREATE TABLE bench_bare (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, body text)');
    await client.query('GRANT INSERT ON bench_bare TO aicos_app');
  });
  const url = urlOf('aicos_app');
  const onError = (): void => undefined;
  const pool = createRunnerPool({ url, applicationName: 'bench', max: lanes, onError });
  const bare = createPool({ url, applicationName: 'bench-bare', max: lanes, onError });
  const statement = await statements(pool, bare);
  await pool.end();
  await bare.end();
  const http = await overHttp(url);
  printAll(statement, http);
  if (values.json !== undefined)
    writeFileSync(values.json, `${JSON.stringify({ seconds, lanes, statement, http }, null, 2)}\n`);
}

const home = mkdtempSync(join(tmpdir(), 'aicos-bench-'));
const cluster = await startCluster({
  home,
  binariesFolder: join(tmpdir(), 'aicos-bench-postgresql'),
  port: 5432,
  listenAddresses: '',
  settings: { max_connections: '100', shared_buffers: '256MB' },
});
try {
  await run(cluster);
} finally {
  await cluster.stop();
  rmSync(home, { recursive: true, force: true });
}
