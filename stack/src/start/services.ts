import { backfillHistory, needsBackfill } from '../history/backfill.ts';
import type { Installation } from '../installation/installation.ts';
import { ensureSecret } from '../os/secret-file.ts';
import { wallNowSeconds } from '../os/wall-clock.ts';
import { waitUntil } from '../os/wait-until.ts';
import { print } from '../print.ts';
import { alertmanagerProcess } from '../processes/alertmanager.ts';
import { consoleProcess } from '../processes/console.ts';
import { demoProcess, hasHistory } from '../processes/demo.ts';
import { exportersProcess } from '../processes/exporters.ts';
import { grafanaProcess } from '../processes/grafana.ts';
import { prometheusProcess } from '../processes/prometheus.ts';
import type { ChildRecord } from '../processes/record.ts';
import { redisProcess } from '../processes/redis.ts';
import { runnerProcess } from '../processes/runner.ts';
import { renderInstallation } from '../provisioning/render-installation.ts';
import type { Supervisor } from '../supervise.ts';
import { ensureTools } from '../tools/ensure.ts';
import { migrate } from './migrate.ts';
import { step } from './progress.ts';
import { chooseUserInterface } from './user-interface.ts';

const HISTORY_TIMEOUT_MS = 600_000;

export type StartMeans = {
  supervisor: Supervisor;
  handOver: (port: number) => Promise<void>;
  abort: AbortSignal;
};

type StartChild = (title: string, record: ChildRecord) => Promise<void>;

/** The order of the start: data, then what measures it, then what decides on it, then what shows it. */
export async function startServices(installation: Installation, means: StartMeans): Promise<void> {
  const { env, state } = installation;
  const { supervisor, handOver, abort } = means;
  const start: StartChild = async (title, record) => {
    abort.throwIfAborted();
    if (record.port !== undefined) await handOver(record.port);
    await step(title, () => supervisor.start(record));
  };
  const tools = await step('Prometheus and Alertmanager found', () =>
    ensureTools(['prometheus', 'promtool', 'alertmanager'], { searchPath: env.PATH, stateFolder: state.home })
  );
  renderInstallation(installation);
  await migrate(installation, abort);
  if (installation.isDemo) await start('Demo company (simulated)', demoProcess(installation));
  if (env.AICOS_EXPORTERS_URL === undefined) await start('Exporters', exportersProcess(installation));
  await start('Agent runner', runnerProcess(installation, await startRedis(installation, start)));
  if (installation.isDemo) await waitForHistory(installation, abort);
  if (env.AICOS_ALERTMANAGER_URL === undefined) {
    await start('Alertmanager', alertmanagerProcess(installation, tools.alertmanager));
  }
  if (env.AICOS_PROMETHEUS_URL === undefined) {
    await fillCharts(installation, tools.promtool);
    await start('Prometheus', prometheusProcess(installation, tools.prometheus));
  }
  await startUserInterface(installation, start);
}

/** Optional: without Redis the runner fans out in process. */
async function startRedis({ env, state }: Installation, start: StartChild): Promise<string | undefined> {
  if (env.REDIS_URL !== undefined) return env.REDIS_URL;
  try {
    const { redis } = await ensureTools(['redis'], { searchPath: env.PATH, stateFolder: state.home });
    const { url, ...record } = redisProcess(state, redis);
    await start('Redis', record);
    return url;
  } catch (error) {
    print(`  ! without Redis: ${messageOf(error)}`);
    return undefined;
  }
}

async function waitForHistory(installation: Installation, abort: AbortSignal): Promise<void> {
  await step('30 months of simulated business', async () => {
    const ready = await waitUntil(async () => abort.aborted || (await hasHistory(installation)), {
      timeoutMs: HISTORY_TIMEOUT_MS,
      intervalMs: 250,
    });
    abort.throwIfAborted();
    if (!ready) throw new Error(`the demo company wrote no history in time; see ${installation.state.logs}/demo.log`);
  });
}

/** A chart without a past is no reason not to start. */
async function fillCharts({ urls, state, daySeconds, secretFiles }: Installation, promtool: string): Promise<void> {
  if (!needsBackfill(state.prometheus)) return;
  const options = {
    exportersUrl: urls.exporters,
    restrictedToken: ensureSecret(secretFiles['restricted-token']),
    promtool,
    dataFolder: state.prometheus,
    daySeconds,
    wallNowSeconds,
  };
  try {
    await step(
      '90 days of KPI history',
      () => backfillHistory(options),
      ({ samples, without }) => `${samples} samples${without.length === 0 ? '' : `, none for ${without.join(', ')}`}`
    );
  } catch (error) {
    print(`  ! charts start today: ${messageOf(error)}`);
  }
}

/** Decisions also come by API and command line: what shows them is no reason to stop the rest. */
async function startUserInterface(installation: Installation, start: StartChild): Promise<void> {
  const choice = await chooseUserInterface(installation.env);
  try {
    if (choice.kind === 'grafana') await start(`Grafana ${choice.version}`, grafanaProcess(installation, choice));
    if (choice.kind === 'console') await start('Console', consoleProcess(installation));
  } catch (error) {
    print(`  ! without user interface, everything else works: ${messageOf(error)}`);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
