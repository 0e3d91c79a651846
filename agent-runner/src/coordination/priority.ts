import { agents, kpis, type KpiId, type KpiReading } from '@ai-cos/catalog';
import type { Candidate, Draft, Priority } from './types.ts';

/**
 * priority = benefit × confidence ÷ ((1 + risk) × (1 + cost)), urgency first.
 * benefit: Σ over predicted KPIs of weight × focus × change in the right direction ÷ distance from target to critical,
 * each at most 1; focus is the support of the KPI as root cause, 0.1 for KPIs that are in their band; confidence and risk
 * 0–1; cost as share of what the agent may spend; urgency 1 when harm is happening, ½ at 48 hours, towards 0.
 */
export function prioritise(candidate: Candidate, { input, rootCauses }: Pick<Draft, 'input' | 'rootCauses'>): Priority {
  const readings = new Map(input.readings.map((reading) => [reading.id, reading]));
  const focus = new Map(rootCauses.map((cause) => [cause.kpiId, cause.support]));
  const benefit = benefitOf(candidate, readings, focus);
  const confidence = candidate.confidence / 100;
  const risk = candidate.risk / 100;
  const allowance = agents[candidate.agentId].authority.maxAmount;
  const cost = candidate.cost === null ? 0 : candidate.cost / allowance;
  return {
    key: candidate.key,
    benefit: round(benefit),
    confidence: round(confidence),
    risk: round(risk),
    cost: round(cost),
    urgency: round(urgencyOf(candidate.hoursUntilHarm)),
    priority: round((benefit * confidence) / ((1 + risk) * (1 + cost))),
  };
}

export function urgencyOf(hoursUntilHarm: number): number {
  return 1 / (1 + Math.max(0, hoursUntilHarm) / 48);
}

/** Urgency decides in steps (now, days, weeks), priority within a step. */
export function byUrgencyThenPriority(a: Priority, b: Priority): number {
  return band(b.urgency) - band(a.urgency) || b.priority - a.priority || (a.key < b.key ? -1 : 1);
}

function band(urgency: number): number {
  if (urgency >= 0.5) return 2;
  return urgency >= 0.15 ? 1 : 0;
}

/** What an effect on a KPI in its band counts. */
const inBand = 0.1;

function benefitOf(
  { expected }: Candidate,
  readings: ReadonlyMap<KpiId, KpiReading>,
  focus: ReadonlyMap<KpiId, number>
): number {
  let benefit = 0;
  for (const { kpiId, change } of expected) {
    const share = Math.max(-1, Math.min(1, improvement(kpiId, change, readings.get(kpiId))));
    benefit += kpis[kpiId].weight * share * (focus.get(kpiId) ?? inBand);
  }
  return benefit;
}

/** A change as share of the way from target to critical, positive when it is an improvement. */
function improvement(kpiId: KpiId, change: number, reading: KpiReading | undefined): number {
  const {
    direction,
    target,
    critical,
    band: limits,
  } = reading?.thresholds ?? { ...kpis[kpiId], band: kpis[kpiId].band ?? null };
  if (direction === 'band' && limits !== null) {
    const value = reading?.value ?? limits.highWarn;
    const middle = (limits.lowOk + limits.highOk) / 2;
    return ((value > middle ? -1 : 1) * change) / (limits.highCrit - limits.highOk);
  }
  return change / (target - critical);
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
