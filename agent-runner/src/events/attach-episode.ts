import { eventTypeIds, isAgentId, kpis, type Company, type EventType, type KpiId } from '@ai-cos/catalog';
import type { Db } from '@ai-cos/service-kit';
import { appendAudit } from '../audit/append.ts';
import type { Dispatcher } from '../dispatch/dispatcher.ts';
import { reaches } from '../governance/company-stages.ts';
import { enqueueOutbox } from '../outbox/enqueue.ts';
import { chooseEvent, type OpenEvent } from './choose-event.ts';
import type { EpisodeAlert } from './episode-alert.ts';
import { lockEvents } from './lock-events.ts';
import { openEvent } from './open-event.ts';
import { isWorse, severityOf } from './severity.ts';

export interface AttachOptions {
  company: Company;
  dispatcher: Pick<Dispatcher, 'send'>;
  asOf: Date;
}

type Episode = EpisodeAlert & { episodeId: string };

const BLIND = 'KpiBlind';

/** Gives a new episode its event: one that is open for the same cause, else a new one where the company wants plans. */
export async function attachEpisode(db: Db, options: AttachOptions, episode: Episode): Promise<void> {
  const { kpiId } = episode;
  if (kpiId === null) return;
  const event = chooseEvent(await openEvents(db), { kpiId, asOf: options.asOf });
  if (event !== undefined) return joinEvent(db, options, { episode, event, kpiId });
  // Losing sight of a KPI keeps what is open open, and is nothing a plan could be made for.
  if (episode.alertName === BLIND || !reaches(options.company, kpiId, 'plan')) return;
  const eventId = await openEvent(db, options.dispatcher, {
    eventType: eventTypeOf(episode, kpiId),
    origin: 'alert',
    sourceAgentId: agentOf(episode, kpiId),
    severity: severityOf(episode.labels['severity']),
    title: episode.annotations['summary'] ?? `${kpis[kpiId].label} is off target`,
    kpiIds: [kpiId],
    squadIds: [kpis[kpiId].squad],
    eventData: { alert: episode.alertName, labels: episode.labels, annotations: episode.annotations },
    requesters: [],
    simulated: options.company.simulated,
    asOf: options.asOf,
    actor: 'alertmanager',
    route: 'webhook',
    traceContext: episode.traceContext,
  });
  await setEvent(db, episode.episodeId, eventId);
}

async function openEvents(db: Db): Promise<OpenEvent[]> {
  await lockEvents(db);
  const { rows } = await db.query<OpenEvent>(
    `SELECT e.id, e.kpi_ids AS "kpiIds", e.severity, e.recovering, e.created_as_of AS "createdAsOf",
            EXISTS (SELECT 1 FROM ai_cos_episodes p WHERE p.event_id = e.id) AS alerting,
            ARRAY(SELECT DISTINCT kpi FROM ai_cos_findings f CROSS JOIN unnest(f.kpi_ids) AS kpi
                   WHERE f.plan_id = e.plan_id AND f.sufficient AND f.severity <> 'low') AS foreseen
       FROM ai_cos_coordination_events e WHERE closed_at IS NULL AND origin IN ('alert', 'snapshot')
      ORDER BY created_at FOR UPDATE OF e`
  );
  return rows;
}

/** A joining episode asks for a plan revision when it brings a new KPI or a worse severity, unless a cure is running. */
async function joinEvent(
  db: Db,
  { dispatcher, asOf }: AttachOptions,
  { episode, event, kpiId }: { episode: Episode; event: OpenEvent; kpiId: KpiId }
): Promise<void> {
  const severity = severityOf(episode.labels['severity']);
  const worse = isWorse(severity, event.severity);
  const news = worse || !event.kpiIds.includes(kpiId);
  const again = news && !event.recovering && episode.alertName !== BLIND;
  await setEvent(db, episode.episodeId, event.id);
  const { rows } = await db.query<{ rowVersion: number }>(
    `UPDATE ai_cos_coordination_events
        SET kpi_ids = CASE WHEN $2 = ANY (kpi_ids) THEN kpi_ids ELSE kpi_ids || $2 END,
            severity = $3, in_band_refreshes = 0, row_version = row_version + 1,
            wanted_revision = wanted_revision + $4, status = CASE WHEN $4 = 1 THEN 'pending' ELSE status END
      WHERE id = $1 RETURNING row_version AS "rowVersion"`,
    [event.id, kpiId, worse ? severity : event.severity, again ? 1 : 0]
  );
  await appendAudit(db, {
    event: 'event.joined',
    ref: event.id,
    actor: 'alertmanager',
    route: 'webhook',
    asOf,
    detail: { episode: episode.episodeId, alert: episode.alertName, kpi: kpiId, newRevision: again },
  });
  await enqueueOutbox(db, { topic: 'event', ref: event.id, rowVersion: rows[0]?.rowVersion ?? null });
  if (again) await dispatcher.send(db, 'coordinate', { id: event.id });
}

async function setEvent(db: Db, episodeId: string, eventId: string): Promise<void> {
  await db.query('UPDATE ai_cos_episodes SET event_id = $2 WHERE id = $1', [episodeId, eventId]);
}

function eventTypeOf({ labels }: Episode, kpiId: KpiId): EventType {
  return eventTypeIds.find((id) => id === labels['event_type']) ?? kpis[kpiId].eventType;
}

function agentOf({ labels }: Episode, kpiId: KpiId) {
  const agent = labels['agent'] ?? '';
  return isAgentId(agent) ? agent : kpis[kpiId].owner;
}
