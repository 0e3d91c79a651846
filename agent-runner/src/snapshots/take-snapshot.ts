import { kpiIds, kpis, type KpiId, type KpisResponse } from '@ai-cos/catalog';
import { inTransaction, type Clock, type Pool } from '@ai-cos/service-kit';
import { appendAudit } from '../audit/append.ts';
import { loadSettings } from '../governance/settings.ts';

export interface SnapshotOptions {
  pool: Pool;
  clock: Clock;
}

export interface SnapshotSource {
  /** `schedule`, `request` or the name of a report. */
  name: string;
  readings: KpisResponse;
  /** Native values that replace those of the exporters, e.g. from the report of an analysis in CI. */
  overrides?: ReadonlyMap<KpiId, number>;
}

/** Stores the 40 KPIs in native units at one moment; undefined ones stay NULL, never 0. */
export async function takeSnapshot({ pool, clock }: SnapshotOptions, source: SnapshotSource): Promise<string> {
  const { readings, overrides = new Map<KpiId, number>(), name } = source;
  const company = readings.kpis.filter(({ store }) => store === null);
  const values = new Map<KpiId, number | null>(company.map(({ id, value }) => [id, value]));
  for (const [id, value] of overrides) values.set(id, value);
  const columns = kpiIds.map((id) => kpis[id].snapshotColumn);
  const health = readings.health.find(({ scope }) => scope === 'global');
  const critical = company.filter(({ status }) => status === 'critical').length;
  const defined = company.filter(({ value }) => value !== null).length;
  return inTransaction(pool, async (tx) => {
    const { mode } = await loadSettings(tx);
    const fixed = [
      mode,
      Math.round((health?.ratio ?? 0) * 1000) / 10,
      Math.round((health?.coverage ?? 0) * 1000) / 10,
      defined === 0 ? 0 : Math.round((critical / defined) * 1000) / 10,
      clock.now(),
      name,
      readings.simulated,
    ];
    const places = columns.map((_column, index) => `$${String(index + fixed.length + 1)}`);
    const { rows } = await tx.query<{ id: string }>(
      `INSERT INTO ai_cos_snapshots (mode, global_health, confidence, risk, created_as_of, source, simulated,
                                     ${columns.join(', ')})
       VALUES ($1, $2, $3, $4, $5, $6, $7, ${places.join(', ')}) RETURNING id`,
      [...fixed, ...kpiIds.map((id) => values.get(id) ?? null)]
    );
    const id = rows[0]?.id ?? '';
    await appendAudit(tx, {
      event: 'snapshot.taken',
      ref: id,
      actor: 'system',
      route: name,
      asOf: clock.now(),
      detail: { defined, critical },
    });
    return id;
  });
}
