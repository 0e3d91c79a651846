import { escalationSweep } from './approvals/escalation.ts';
import { expireAction, expirySweep } from './approvals/expiry.ts';
import { anchorSweep } from './audit/anchor.ts';
import { linkSweep } from './audit/linker.ts';
import type { Context } from './context.ts';
import { closeSweep } from './events/close-events.ts';
import { coordinationSweep } from './events/sweeps.ts';
import { stopAfterCrash } from './governance/after-crash.ts';
import { beginListening, blindSince } from './intake/heartbeat.ts';
import { retentionSweep } from './outbox/retention.ts';
import { loadPeople } from './people/load-people.ts';
import type { Channel } from './notify/channel.ts';
import { collectNotices } from './notify/collect-notices.ts';
import { deliverNotices } from './notify/deliver-notices.ts';
import { sendToSlack } from './notify/slack.ts';
import { measured } from './telemetry/metrics.ts';
import { stateGauges } from './telemetry/state-gauges.ts';
import { simulationSweep } from './what-if/sweep.ts';
import { tracedById } from './telemetry/traced-by-id.ts';
import { startTicks } from './ticks/start-ticks.ts';

/** Registers who works on which queue, what the sweeper looks for, and starts the timers. */
export async function startWorkers(context: Context): Promise<void> {
  const { pool, config, dispatcher, metrics, coordination, execution } = context;
  await loadPeople(pool, config.company);
  await stopAfterCrash({ pool, clock: context.clock, policy: config.policy });
  if (config.alertmanagerUrls.length > 0) await beginListening(pool);
  const traced = { tracing: context.tracing, db: pool };
  await dispatcher.work(
    'coordinate',
    tracedById(traced, { name: 'coordinate', kind: 'event' }, (id) =>
      measured(metrics, 'coordination', () => coordination.coordinate(id))
    )
  );
  await dispatcher.work(
    'execute',
    tracedById(traced, { name: 'execute', kind: 'action' }, (id) =>
      measured(metrics, 'execution', () => execution.execute(id))
    )
  );
  await dispatcher.work(
    'verify',
    tracedById(traced, { name: 'verify', kind: 'action' }, (id) =>
      measured(metrics, 'verification', () => execution.verify(id))
    )
  );
  await dispatcher.work('simulate', async (id) => {
    await measured(metrics, 'simulation', async () => context.simulations?.run(id));
  });
  await dispatcher.work('expire', async (id) => {
    await measured(metrics, 'approval', () => expireAction(context, id));
  });
  registerSweeps(context);
  registerNotices(context);
  context.kpis.start();
  context.sweeper.start();
  startTicks(context);
}

/** Messages to people, where a channel is configured; best effort. */
function registerNotices({ pool, config, sweeper, metrics, log }: Context): void {
  const url = config.slackWebhookUrl;
  if (url === undefined) return;
  const slack: Channel = { name: 'slack', send: (text) => sendToSlack(url, text) };
  const baseUrl = config.identityIssuer?.issuer;
  sweeper.register('notices', () =>
    measured(metrics, 'notification', async () => {
      await collectNotices(pool, { channel: slack.name, company: config.company, baseUrl });
      return deliverNotices(pool, slack, log);
    })
  );
}

function registerSweeps(context: Context): void {
  const { pool, clock, config, sweeper, execution, inbox, metrics } = context;
  sweeper.register('inbox', () => inbox.drain());
  sweeper.register('coordination', coordinationSweep(context));
  sweeper.register('execution', execution.sweeps.execution);
  sweeper.register('verification', execution.sweeps.verification);
  sweeper.register('expiry', expirySweep(context));
  sweeper.register('escalation', escalationSweep({ pool, clock, policy: config.policy }));
  sweeper.register('simulation', simulationSweep(context));
  sweeper.register('events', closeSweep({ pool, clock }));
  sweeper.register('audit', linkSweep(pool));
  sweeper.register('retention', retentionSweep(pool));
  const { auditAnchor } = config;
  if (auditAnchor !== undefined) {
    const onHead = (seq: number): void => metrics.auditHead.set(seq);
    sweeper.register('anchor', anchorSweep({ db: pool, log: context.log, ...auditAnchor, onHead }));
  }
  sweeper.register('gauges', stateGauges(pool, metrics));
  sweeper.register('heartbeat', async () => {
    const blind = await blindSince(pool);
    metrics.blind.set(blind === null ? 0 : 1);
    return 0;
  });
}
