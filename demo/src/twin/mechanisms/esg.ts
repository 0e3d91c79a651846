import { dateOf, monthStart } from '../calendar.ts';
import { write, type TwinDay } from '../day.ts';
import { wander } from '../random.ts';

export const esgFactors = [
  { id: 1, pillar: 'E', code: 'co2_per_parcel_kg', weight: 0.2, better: 'down', floor: 2.5, target: 0.6 },
  { id: 2, pillar: 'E', code: 'recycled_packaging_percent', weight: 0.2, better: 'up', floor: 20, target: 95 },
  { id: 3, pillar: 'S', code: 'accidents_per_million_hours', weight: 0.15, better: 'down', floor: 20, target: 2 },
  { id: 4, pillar: 'S', code: 'training_hours_per_head', weight: 0.15, better: 'up', floor: 4, target: 30 },
  { id: 5, pillar: 'G', code: 'suppliers_audited_percent', weight: 0.15, better: 'up', floor: 20, target: 90 },
  { id: 6, pillar: 'G', code: 'policies_reviewed_percent', weight: 0.15, better: 'up', floor: 40, target: 100 },
] as const;

/** On the first of a month the figures of the month before are entered. */
export function runEsg(today: TwinDay): void {
  if (today.calendar.dayOfMonth !== 1) return;
  for (const factor of esgFactors) {
    const reached = Math.min(1, Math.max(0, 0.67 + 0.05 * wander(today.state.seed, 'esg', factor.id, today.day, 120)));
    write(today, 'esg_measurements', {
      factor_id: factor.id,
      period_month: dateOf(monthStart(today.day, -1)),
      value: Math.round((factor.floor + (factor.target - factor.floor) * reached) * 100) / 100,
      score: Math.round(reached * 10_000) / 100,
    });
  }
}
