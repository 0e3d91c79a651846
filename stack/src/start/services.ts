import type { Installation } from '../installation/installation.ts';
import { wallNowSeconds } from '../os/wall-clock.ts';
import { backfillHistory, needsBackfill } from '../history/backfill.ts';
import { print } from '../print.ts';
import { alertmanagerProcess } from '../processes/alertmanager.ts';
import { consoleProcess } from '../processes/console.ts';
import { demoEnvironment, demoProcess } from '../processes/demo.ts';
import { exportersProcess } from '../processes/exporters.ts';
import { grafanaProcess } from '../processes/grafana.ts';
import { prometheusProcess } from '../processes/prometheus.ts';
import type { ChildRecord } from '../processes/record.ts';
import { redisProcess } from '../processes/redis.ts';
import { runnerProcess } from '../processes/runner.ts';
import { renderInstallation } from '../provisioning/render-installation.ts';
import { inRoot } from '../root.ts';
import type { Supervisor } from '../supervise.ts';
import { runTask } from '../supervision/run-task.ts';
import { ensureTools } from '../tools/ensure.ts';
import { step } from './progress.ts';
import { chooseUserInterface } from './user-interface.ts';

/** The order of the start: data, then what measures it, then what decides on it, then what shows it. */
export async function startServices(
  installation: Installation,
  supervisor: Supervisor,
  abort: AbortSignal
): Promise<void> {
  const { env, state } = installation;
  const start = async (title: string, record: ChildRecord): Promise<void> => {
    abort.throwIfAborted();
    await step(title, () => supervisor.start(record));
  };
  const places = { searchPath: env.PATH, stateFolder: state.home };
  const tools = await step('Prometheus and Alertmanager found', () =>
    ensureTools(['prometheus', 'promtool', 'alertmanager'], places)
  );
  renderInstallation(installation);
  await migrate(installation, abort);
  if (installation.isDemo) await start('Demo company (simulated)', demoProcess(installation));
  if (env.AICOS_EXPORTERS_URL === undefined) await start('Exporters', exportersProcess(installation));
  await start('Agent runner', runnerProcess(installation, await startRedis(installation, supervisor)));
  if (env.AICOS_PROMETHEUS_URL === undefined) {
    await fillHistory(installation, tools.promtool);
    await start('Prometheus', prometheusProcess(installation, tools.prometheus));
  }
  if (env.AICOS_ALERTMANAGER_URL === undefined) {
    await start('Alertmanager', alertmanagerProcess(installation, tools.alertmanager));
  }
  await startUserInterface(installation, start);
}

async function migrate(installation: Installation, abort: AbortSignal): Promise<void> {
  const { databases, state } = installation;
  const task = (name: string, file: string, args: string[], env: Record<string, string>): Promise<void> =>
    runTask({ name, command: process.execPath, args: [inRoot(file), ...args], env }, state.logs, abort);
  await step('Tables of AI-COS', () =>
    task('migrate-aicos', 'agent-runner/src/db/main.ts', [], { AICOS_DATABASE_OWNER_URL: databases.aicosOwnerUrl })
  );
  if (!installation.isDemo) return;
  const env = demoEnvironment(installation);
  await step('Tables of the demo company', () => task('migrate-demo', 'demo/src/cli/main.ts', ['migrate'], env));
  await step('30 months of simulated business', () => task('seed-demo', 'demo/src/cli/main.ts', ['seed'], env));
}

/** Optional: without Redis the runner fans out in process. */
async function startRedis({ env, state }: Installation, supervisor: Supervisor): Promise<string | undefined> {
  if (env.REDIS_URL !== undefined) return env.REDIS_URL;
  try {
    const { redis } = await ensureTools(['redis'], { searchPath: env.PATH, stateFolder: state.home });
    const record = redisProcess(state, redis);
    await step('Redis', () => supervisor.start(record));
    return record.url;
  } catch (error) {
    print(`  ! without Redis: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

/** A chart without a past is no reason not to start. */
async function fillHistory({ urls, state, daySeconds }: Installation, promtool: string): Promise<void> {
  if (!needsBackfill(state.prometheus)) return;
  try {
    await step(
      '90 days of KPI history',
      () =>
        backfillHistory({
          exportersUrl: urls.exporters,
          promtool,
          dataFolder: state.prometheus,
          daySeconds,
          wallNowSeconds,
        }),
      ({ samples }) => `${samples} samples`
    );
  } catch (error) {
    print(`  ! charts start today: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function startUserInterface(
  installation: Installation,
  start: (title: string, record: ChildRecord) => Promise<void>
): Promise<void> {
  const choice = await chooseUserInterface(installation.env);
  if (choice.kind === 'grafana') await start(`Grafana ${choice.version}`, grafanaProcess(installation, choice));
  if (choice.kind === 'console') await start('Console', consoleProcess(installation));
}
