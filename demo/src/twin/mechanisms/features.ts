import { dateOf, isoOf, daySeconds } from '../calendar.ts';
import { keyFor, nextId, timeOf, write, type TwinDay } from '../day.ts';
import { insert, update } from '../facts.ts';
import { draw, keyOf, lognormal } from '../random.ts';

const names = [
  'Wish list',
  'Gift wrap',
  'Quick reorder',
  'Size helper',
  'Store pick-up',
  'Saved carts',
  'Product video',
  'Bundle price',
] as const;
const shownDays = 125;

/** About every eight days a feature is approved; it is released some two weeks later and used for months. */
export function runFeatures(today: TwinDay): void {
  const { state, day } = today;
  if (day % 8 === 0) approve(today);
  for (const feature of state.features) {
    if (feature.releasedDay === day)
      update(today.facts, 'features', feature.id, { released_at: timeOf(today, 11 * 3600) });
  }
  if (today.detail === 'full') writeUsage(today);
  state.features = state.features.filter((feature) => feature.releasedDay > day - shownDays);
}

function approve(today: TwinDay): void {
  const { state, day } = today;
  const id = nextId(state, 'features');
  const key = keyOf(state.seed, 'features', id, 0);
  const releasedDay = day + Math.max(5, Math.round(15 * lognormal(key, 1, 0.3)));
  state.features.push({ id, approvedDay: day, releasedDay, appeal: 0.29 * lognormal(key, 2, 0.15) });
  // Written in every detail: usage and KPI need the row although it is one of few.
  if (today.detail !== 'none') {
    insert(today.facts, 'features', {
      id,
      name: `${names[id % names.length] ?? 'Feature'} ${String(id)}`,
      approved_at: isoOf(day * daySeconds + 10 * 3600),
      released_at: null,
      eligible_segment: 'all',
    });
  }
}

/** Customers who visited lately use a feature on some of their days. */
function writeUsage(today: TwinDay): void {
  const { state, day } = today;
  const visitors = state.customers.visitedOn;
  for (const feature of state.features) {
    if (feature.releasedDay > day) continue;
    for (const customer of visitors) {
      const key = keyFor(today, 'features', feature.id * 1_000_000 + (state.customers.key[customer - 1] ?? 0));
      // Whether somebody likes a feature is theirs for good; how soon they find it is not.
      const likes = draw(
        keyOf(state.seed, 'features', feature.id * 7919 + (state.customers.key[customer - 1] ?? 0), 0),
        1
      );
      if (likes >= feature.appeal || draw(key, 1) > 0.75) continue;
      write(today, 'feature_usage', { feature_id: feature.id, customer_id: customer, used_on: dateOf(day), uses: 1 });
    }
  }
}
