import { Company, type KpisResponse } from '@ai-cos/catalog';
import { createLogger, type Clock, type Pool } from '@ai-cos/service-kit';
import { createCoordination } from '../../../agent-runner/src/coordination/service.ts';
import type { CoordinationOptions } from '../../../agent-runner/src/coordination/types.ts';
import type { Dispatcher } from '../../../agent-runner/src/dispatch/dispatcher.ts';
import { closeSweep } from '../../../agent-runner/src/events/close-events.ts';
import { defaultPolicy } from '../../../agent-runner/src/governance/policy.ts';
import { createKpiRecorder } from '../../../agent-runner/src/kpis/recorder.ts';
import { acceptDelivery } from '../../../agent-runner/src/intake/accept.ts';
import { inboxRowOf } from '../../../agent-runner/src/intake/inbox-row.ts';
import { processInbox } from '../../../agent-runner/src/intake/process-inbox.ts';
import type { AlertChange } from './alert-desk.ts';

/** The real runner from inbox to stored plan, driven day by day instead of by timers. */
export interface RunnerDesk {
  /** Takes in the readings and alerts of a day and makes the plans they ask for. */
  day(readings: KpisResponse, alerts: readonly AlertChange[]): Promise<void>;
  /** Makes the plan of one event now. */
  coordinate(eventId: string): Promise<void>;
  readonly dispatcher: Pick<Dispatcher, 'send'>;
}

export interface RunnerDeskOptions {
  readonly pool: Pool;
  readonly source: Pool;
  readonly clock: Clock;
  readonly options: CoordinationOptions;
}

export function openRunnerDesk({ pool, source, clock, options }: RunnerDeskOptions): RunnerDesk {
  const company = Company.parse({ simulated: true, defaultStage: 'act' });
  const log = createLogger('eval', 'error');
  const wanted = new Set<string>();
  const dispatcher = {
    send: (_db: unknown, queue: string, { id }: { id: string }) => {
      if (queue === 'coordinate') wanted.add(id);
      return Promise.resolve();
    },
  };
  let latest: KpisResponse | undefined;
  const exporters = {
    kpis: () => (latest === undefined ? Promise.reject(new Error('no readings yet')) : Promise.resolve(latest)),
    values: () => Promise.reject(new Error('not asked in this evaluation')),
  };
  const recorder = createKpiRecorder({ db: pool, exporters, log });
  const coordination = createCoordination({
    ...{ pool, source, exporters, dispatcher, clock, company, log, options },
    analysisBudgetMs: 15_000,
    governance: () =>
      Promise.resolve({
        mode: 'assisted',
        policy: defaultPolicy,
        breakerOpen: false,
        trustOf: () => ({ whyNot: 'no verdicts in this evaluation' }),
        whyOnlySimulated: () => null,
      }),
  });
  const sweep = closeSweep({ pool, clock });
  return {
    dispatcher,
    coordinate: (eventId) => coordination.coordinate(eventId),
    async day(readings, alerts) {
      latest = readings;
      await recorder.refresh();
      if (alerts.length > 0) await deliver(pool, clock, alerts);
      await processInbox({ pool, clock, company, dispatcher });
      for (const id of [...wanted]) {
        wanted.delete(id);
        await coordination.coordinate(id);
      }
      await sweep();
    },
  };
}

async function deliver(pool: Pool, clock: Clock, alerts: readonly AlertChange[]): Promise<void> {
  const rows = alerts.map(({ status, alert }) =>
    inboxRowOf({
      status,
      labels: { alertname: alert.alert, ...alert.labels },
      annotations: { summary: `${alert.labels['kpi'] ?? ''} is off target` },
      startsAt: new Date(alert.from * 1000).toISOString(),
      endsAt: status === 'resolved' ? clock.now().toISOString() : '0001-01-01T00:00:00Z',
      generatorURL: '',
      fingerprint: `${alert.alert}${alert.labels['severity'] ?? ''}`,
    })
  );
  await acceptDelivery(pool, {
    source: 'alertmanager',
    receiver: 'ai-cos',
    groupKey: 'eval',
    traceContext: null,
    rows,
  });
}
