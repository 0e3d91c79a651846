import { findingSeverity, isOpportunity, kpis, type Company, type KpiId, type KpisResponse } from '@ai-cos/catalog';
import { inTransaction, type Clock, type Db, type Pool } from '@ai-cos/service-kit';
import type { Dispatcher } from '../dispatch/dispatcher.ts';
import { lockEvents } from '../events/lock-events.ts';
import { openEvent } from '../events/open-event.ts';
import { reaches } from '../governance/company-stages.ts';

export interface RaiseOptions {
  pool: Pool;
  clock: Clock;
  company: Company;
  dispatcher: Pick<Dispatcher, 'send'>;
}

/** Opens events for what a snapshot found and no alert reported: red KPIs without an open event, and opportunities. */
export async function raiseFindings(
  options: RaiseOptions,
  snapshotId: string,
  readings: KpisResponse
): Promise<number> {
  const { pool, company } = options;
  return inTransaction(pool, async (tx) => {
    await lockEvents(tx);
    const open = await knownKpis(tx, options.clock.now());
    let raised = 0;
    for (const reading of readings.kpis) {
      const { id, value, store } = reading;
      if (store !== null || value === null || !reading.significant || open.has(id) || !reaches(company, id, 'plan'))
        continue;
      const limits = { ...kpis[id], ...withoutBand(reading.thresholds) };
      const severity = findingSeverity(limits, value);
      const opportunity = isOpportunity(limits, value);
      if (severity === null && !opportunity) continue;
      await openEvent(tx, options.dispatcher, {
        eventType: severity === null ? 'CAMPAIGN_OPPORTUNITY' : kpis[id].eventType,
        origin: 'snapshot',
        sourceAgentId: kpis[id].owner,
        severity: severity ?? 'low',
        title: severity === null ? `${kpis[id].label} opens an opportunity` : `${kpis[id].label} is off target`,
        kpiIds: [id],
        squadIds: [kpis[id].squad],
        eventData: { snapshotId, value, unit: kpis[id].unit },
        requesters: [],
        simulated: readings.simulated,
        asOf: options.clock.now(),
        actor: 'snapshot',
        route: 'snapshot',
        traceContext: null,
      });
      open.add(id);
      raised += 1;
    }
    return raised;
  });
}

/** Business days before a snapshot says the same again. */
const QUIET_DAYS = 14;

/** KPIs an open event is about, or a snapshot has spoken of lately. */
async function knownKpis(db: Db, asOf: Date): Promise<Set<KpiId>> {
  const { rows } = await db.query<{ kpi: KpiId }>(
    `SELECT DISTINCT unnest(kpi_ids) AS kpi FROM ai_cos_coordination_events
      WHERE closed_at IS NULL OR (origin = 'snapshot' AND created_as_of > $1::timestamptz - make_interval(days => $2))`,
    [asOf, QUIET_DAYS]
  );
  return new Set(rows.map(({ kpi }) => kpi));
}

function withoutBand({ band, ...limits }: KpisResponse['kpis'][number]['thresholds']) {
  return band === null ? limits : { ...limits, band };
}
