import { isoOf, daySeconds } from '../calendar.ts';
import { keyFor, nextId, schedule, timeOf, write, type TwinDay } from '../day.ts';
import { update } from '../facts.ts';
import { draw } from '../random.ts';
import type { AgendaItem } from '../state.ts';

const newsletterCampaign = 7;
const mailed = 420;

/** Twice a week a sample of the customers gets the newsletter. */
export function runEmail(today: TwinDay): void {
  const { state, calendar } = today;
  if (calendar.weekday !== 2 && calendar.weekday !== 5) return;
  const customers = state.customers.firstDay.length;
  if (customers === 0) return;
  const count = Math.min(customers, Math.round(mailed * state.scale));
  const stride = customers / count;
  for (let index = 0; index < count; index += 1) sendMail(today, 1 + Math.floor(index * stride), index);
}

function sendMail(today: TwinDay, customer: number, index: number): void {
  const id = nextId(today.state, 'email_sends');
  const key = keyFor(today, 'email', index);
  const second = 9 * 3600 + index * 4;
  const bounced = draw(key, 1) < 0.012;
  const machine = draw(key, 3) < 0.12;
  const appeal = 0.31 * (0.9 + 0.2 * draw(keyFor(today, 'email', 1_000_000), 1));
  const opened = !bounced && (machine || draw(key, 2) < appeal / 0.88);
  write(today, 'email_sends', {
    id,
    campaign_id: newsletterCampaign,
    customer_id: customer,
    sent_at: timeOf(today, second),
    delivered_at: bounced ? null : timeOf(today, second + 2),
    bounced_at: bounced ? timeOf(today, second + 3) : null,
    first_opened_at: null,
    first_clicked_at: null,
    is_machine_open: machine && opened,
  });
  if (!opened) return;
  const at = today.day * daySeconds + second + (machine ? 60 : Math.floor(3600 * 30 * draw(key, 4) ** 2));
  const item = { kind: 'email-opened', sendId: id, clicked: draw(key, 5) < 0.1, at } as const;
  if (at < (today.day + 1) * daySeconds) openMail(today, item);
  else schedule(today, at / daySeconds, item);
}

export function openMail(today: TwinDay, item: Extract<AgendaItem, { kind: 'email-opened' }>): void {
  const clicked = item.clicked
    ? { first_clicked_at: isoOf(Math.min(item.at + 40, (today.day + 1) * daySeconds - 1)) }
    : {};
  update(today.facts, 'email_sends', item.sendId, { first_opened_at: isoOf(item.at), ...clicked });
}
