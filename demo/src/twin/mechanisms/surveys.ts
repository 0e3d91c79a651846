import { keyFor, nextId, timeOf, write, type TwinDay } from '../day.ts';
import { draw, normal } from '../random.ts';

/** About one answer a day to the ten questions of the System Usability Scale. */
export function runSurveys(today: TwinDay): void {
  const key = keyFor(today, 'surveys', 0);
  if (draw(key, 1) > 0.8) return;
  const mood = 4.05 - 0.5 * Math.max(0, today.site.loadFactor - 1.1) + 0.35 * normal(key, 2);
  const items: number[] = [];
  let points = 0;
  for (let item = 1; item <= 10; item += 1) {
    const agreement = Math.min(5, Math.max(1, Math.round(mood + 0.7 * normal(key, 10 + item))));
    const answer = item % 2 === 1 ? agreement : 6 - agreement;
    items.push(answer);
    points += item % 2 === 1 ? answer - 1 : 5 - answer;
  }
  const customers = today.state.customers.firstDay.length;
  write(today, 'ux_survey_responses', {
    id: nextId(today.state, 'ux_survey_responses'),
    customer_id: customers > 0 ? 1 + Math.floor(draw(key, 3) * customers) : null,
    items,
    sus_score: points * 2.5,
    responded_at: timeOf(today, 12 * 3600 + Math.floor(draw(key, 4) * 20_000)),
  });
}
