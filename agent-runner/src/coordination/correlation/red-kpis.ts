import { kpis, type KpiId, type KpiReading } from '@ai-cos/catalog';
import type { CoordinationInput } from '../types.ts';

/** A KPI that is out of its band, in which direction and how far. */
export interface RedKpi {
  readonly id: KpiId;
  /** +1 too high, −1 too low. */
  readonly side: 1 | -1;
  /** 0 at the target, 1 at the critical threshold, at most 2. */
  readonly distance: number;
  /** Business time since when, when known. */
  readonly since: number | null;
  /** True for a KPI the event names: an alert fired or a person said so. */
  readonly named: boolean;
}

/** The KPIs an event names and every other that is warning or critical now. */
export function redKpis(input: CoordinationInput): RedKpi[] {
  const named = new Set(input.kpiIds);
  const found: RedKpi[] = [];
  for (const reading of input.readings) {
    const out = reading.status === 'warning' || reading.status === 'critical';
    if (!named.has(reading.id) && !(out && reading.significant)) continue;
    found.push({ ...placeOf(reading), since: sinceOf(input, reading.id), named: named.has(reading.id) });
    named.delete(reading.id);
  }
  for (const id of named) found.push({ id, side: badSide(id), distance: 0.5, since: sinceOf(input, id), named: true });
  return found;
}

/** Where a KPI stands although nothing says that it is red. */
export function placeOfKpi(input: CoordinationInput, id: KpiId): RedKpi {
  const reading = input.readings.find((one) => one.id === id);
  const place = reading === undefined ? { side: badSide(id), distance: 0 } : placeOf(reading);
  return { ...place, id, since: null, named: false };
}

function sinceOf(input: CoordinationInput, id: KpiId): number | null {
  const onset = input.onsets[id];
  return onset === undefined ? null : Date.parse(onset);
}

function badSide(id: KpiId): 1 | -1 {
  return kpis[id].direction === 'up' ? -1 : 1;
}

function placeOf(reading: KpiReading): Pick<RedKpi, 'id' | 'side' | 'distance'> {
  const { id, value, thresholds } = reading;
  if (value === null) return { id, side: badSide(id), distance: 0.5 };
  const { band, target, critical } = thresholds;
  if (band !== null) {
    const high = value >= (band.lowOk + band.highOk) / 2;
    const span = high ? band.highCrit - band.highOk : band.lowOk - band.lowCrit;
    const past = high ? value - band.highOk : band.lowOk - value;
    return { id, side: high ? 1 : -1, distance: clamp(past / span) };
  }
  return { id, side: badSide(id), distance: clamp((value - target) / (critical - target)) };
}

function clamp(distance: number): number {
  return Number.isFinite(distance) ? Math.min(2, Math.max(0, distance)) : 0;
}
