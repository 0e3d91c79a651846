import type { AgentId, Company } from '@ai-cos/catalog';
import { inTransaction, type Clock, type Logger, type Pool } from '@ai-cos/service-kit';
import type { Governance } from '../actions/propose.ts';
import { postgresReader } from '../agents/company/postgres-reader.ts';
import { CompanyUnreadable, type CompanyReader } from '../agents/company/company-reader.ts';
import { recordingReader } from '../agents/company/recording-reader.ts';
import { capabilities } from '../agents/registry.ts';
import type { Capability } from '../agents/types.ts';
import type { Dispatcher } from '../dispatch/dispatcher.ts';
import type { ExportersClient } from '../kpis/exporters-client.ts';
import { claimEvent, releaseEvent, type ClaimedEvent } from './claim.ts';
import { loadInput, type CurrentReadings } from './input.ts';
import { makePlan } from './pipeline.ts';
import { persist } from './stages/persist.ts';
import { defaultOptions, type CoordinationOptions, type Draft } from './types.ts';

export interface CoordinationServices {
  readonly pool: Pool;
  /** The company's own database, read-only; null when none is configured: analyses then say "not enough data". */
  readonly source: Pool | null;
  readonly exporters: Pick<ExportersClient, 'kpis'>;
  readonly dispatcher: Pick<Dispatcher, 'send'>;
  readonly clock: Clock;
  readonly company: Company;
  readonly governance: () => Promise<Governance>;
  readonly log: Logger;
  /** Wall milliseconds one analysis may take. */
  readonly analysisBudgetMs?: number;
  readonly options?: CoordinationOptions;
  readonly capabilitiesOf?: (agent: AgentId) => readonly Capability[];
}

export interface Coordination {
  /** Makes the plan of an event and stores it; nothing to do when it has one or somebody else is at it. */
  coordinate(eventId: string): Promise<void>;
}

/** Rows an analysis may read of one query, and keep with the event. */
const rowCap = 2_000;
const defaultBudgetMs = 3_000;

export function createCoordination(services: CoordinationServices): Coordination {
  return {
    async coordinate(eventId) {
      const event = await claimEvent(services.pool, eventId);
      if (event === undefined) return;
      try {
        await planAndStore(event, services);
      } catch (error) {
        await giveBack(event, error, services);
      }
    },
  };
}

async function planAndStore(event: ClaimedEvent, services: CoordinationServices): Promise<void> {
  const { pool, clock, company, dispatcher, log } = services;
  const started = performance.now();
  const asOf = clock.now();
  const input = await loadInput(event, { db: pool, asOf, company, current: await currentReadings(services) });
  const recording = recordingReader(readerFor(services, asOf));
  const draft = await makePlan(input, {
    company: recording.reader,
    capabilitiesOf: services.capabilitiesOf ?? ((agent) => capabilities[agent]),
    analysisBudgetMs: services.analysisBudgetMs ?? defaultBudgetMs,
    options: services.options ?? defaultOptions,
  });
  const governance = await services.governance();
  const recorded = recording.queries();
  const planId = await inTransaction(pool, (db) => persist(db, draft, { event, recorded, governance, dispatcher }));
  log.info({ eventId: event.id, planId, ...countsOf(draft), ms: Math.round(performance.now() - started) }, 'plan made');
  await planAgainIfOutdated(event, services);
}

function countsOf({ candidates, findings, relevance, notes }: Draft) {
  const speaking = relevance.filter((score) => score.speaks).length;
  return { actions: candidates.length, findings: findings.length, speaking, notes: notes.length };
}

/** An episode that joined meanwhile wants another revision. */
async function planAgainIfOutdated({ id }: ClaimedEvent, { pool, dispatcher }: CoordinationServices): Promise<void> {
  const { rows } = await pool.query<{ outdated: boolean }>(
    'SELECT plan_revision < wanted_revision AS outdated FROM ai_cos_coordination_events WHERE id = $1',
    [id]
  );
  if (rows[0]?.outdated === true) await dispatcher.send(pool, 'coordinate', { id });
}

async function giveBack(
  event: ClaimedEvent,
  error: unknown,
  { pool, dispatcher, log }: CoordinationServices
): Promise<void> {
  const reason = error instanceof Error ? error.message : String(error);
  log.error({ err: error, eventId: event.id, attempt: event.attempt }, 'making the plan failed');
  const next = await releaseEvent(pool, event, reason);
  if (next === 'again') {
    await dispatcher.send(pool, 'coordinate', { id: event.id }, { startAfter: { inMs: 1000 * 2 ** event.attempt } });
  }
}

/** The plan goes on without readings: what the event says and the company's tables remain. */
async function currentReadings({ exporters, company, log }: CoordinationServices): Promise<CurrentReadings> {
  try {
    const { kpis, reportingCurrency } = await exporters.kpis();
    return { readings: kpis.filter((reading) => reading.store === null), currency: reportingCurrency, blind: null };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    log.warn({ err: error }, 'no KPI readings for a plan');
    return { readings: [], currency: company.currency, blind: `planned without KPI readings: ${reason}` };
  }
}

function readerFor({ source, analysisBudgetMs }: CoordinationServices, asOf: Date): CompanyReader {
  if (source === null) {
    return { query: ({ name }) => Promise.reject(new CompanyUnreadable(name, 'no company database is configured')) };
  }
  return postgresReader({ pool: source, asOf, timeoutMs: analysisBudgetMs ?? defaultBudgetMs, rowCap });
}
