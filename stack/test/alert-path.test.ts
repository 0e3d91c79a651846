import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { testTool } from '@ai-cos/service-kit/testing';
import { afterEach, beforeEach, expect, it } from 'vitest';

import { describeInstallation, type Installation } from '../src/installation/installation.ts';
import { reservePorts } from '../src/installation/ports.ts';
import { ensureSharedSecrets } from '../src/installation/secrets.ts';
import { openStateFolder } from '../src/installation/state-folder.ts';
import { SCRAPE_JOBS } from '../src/history/kpi-families.ts';
import { waitUntil } from '../src/os/wait-until.ts';
import { alertmanagerProcess } from '../src/processes/alertmanager.ts';
import { prometheusProcess } from '../src/processes/prometheus.ts';
import { renderInstallation } from '../src/provisioning/render-installation.ts';
import { createSupervisor, type Supervisor } from '../src/supervise.ts';

type Delivery = { path: string | undefined; authorization: string | undefined; body: string };

let folder: string;
let runner: Server;
let supervisor: Supervisor;
const deliveries: Delivery[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'aicos-alert-path-'));
  runner = createServer((request, response) => {
    void record(request).then(() => response.end('{}'));
  });
  await new Promise<void>((resolve) => runner.listen(0, '127.0.0.1', resolve));
  supervisor = createSupervisor({
    runFolder: join(folder, 'run'),
    logFolder: join(folder, 'logs'),
    report: () => undefined,
  });
});

afterEach(async () => {
  await supervisor.stopAll();
  runner.closeAllConnections();
  runner.close();
  rmSync(folder, { recursive: true, force: true });
});

async function record(request: IncomingMessage): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString('utf8');
  deliveries.push({ path: request.url, authorization: request.headers.authorization, body });
}

/** An installation whose runner is the sink of this test. */
async function install(): Promise<Installation> {
  const env = { PATH: '', AICOS_HOME: folder, AICOS_BIND: '127.0.0.1' as const };
  const state = openStateFolder(folder);
  const { ports, releaseAll } = await reservePorts(env);
  await releaseAll();
  const installation = describeInstallation({
    env,
    state,
    ports,
    secretFiles: ensureSharedSecrets(state.secrets),
    databases: {
      cluster: undefined,
      clusterHome: undefined,
      aicosOwnerUrl: '',
      aicosAppUrl: '',
      sourceUrl: '',
      effectsUrl: undefined,
      demoOwnerUrl: 'postgresql://demo',
    },
    demoCompanyFile: '',
  });
  const { port } = runner.address() as AddressInfo;
  return { ...installation, urls: { ...installation.urls, runner: `http://127.0.0.1:${port}` } };
}

it('carries an alert from a real Prometheus through a real Alertmanager to the webhook with its token', async () => {
  const installation = await install();
  renderInstallation(installation);

  await supervisor.start(alertmanagerProcess(installation, testTool('alertmanager')));
  await supervisor.start(prometheusProcess(installation, testTool('prometheus')));
  const watchdog = (): Delivery | undefined => deliveries.find(({ body }) => body.includes('Watchdog'));
  await waitUntil(() => watchdog() !== undefined, { timeoutMs: 60_000 });

  const secret = readFileSync(installation.secretFiles['webhook-token'], 'utf8');
  expect(watchdog()).toMatchObject({ path: '/api/ai-cos/webhooks/alertmanager', authorization: `Bearer ${secret}` });
}, 90_000);

it('scrapes the exporters under the job names that the history was written with', async () => {
  const installation = await install();
  renderInstallation(installation);

  const config = readFileSync(join(installation.state.generated, 'prometheus', 'prometheus.yml'), 'utf8');

  for (const job of Object.values(SCRAPE_JOBS)) expect(config).toContain(`job_name: ${job}\n`);
});
