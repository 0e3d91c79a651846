import { isWorkday, isoOf, daySeconds } from '../calendar.ts';
import { keyFor, nextId, schedule, timeOf, write, type TwinDay } from '../day.ts';
import { draw, lognormal } from '../random.ts';
import type { AgendaItem } from '../state.ts';

/** Benchmarks are the published medians of interactions per follower. */
export const socialNetworks = [
  { name: 'instagram', handle: '@morgenrot-home-simulated', benchmark: 0.003 },
  { name: 'tiktok', handle: '@morgenrot-simulated', benchmark: 0.02 },
  { name: 'facebook', handle: 'morgenrot.home.simulated', benchmark: 0.0006 },
] as const;

const readAfterDays = [1, 3, 7] as const;

export function runSocial(today: TwinDay): void {
  for (const [index, network] of socialNetworks.entries()) {
    const key = keyFor(today, 'social', index);
    const followers = today.state.market.followers;
    followers[index] = (followers[index] ?? 5000) * (1 + 0.0003 * draw(key, 9));
    if (!isWorkday(today.day) || draw(key, 1) > 0.5) continue;
    const postId = nextId(today.state, 'social_posts');
    const at = today.day * daySeconds + Math.floor((9 + 9 * draw(key, 2)) * 3600);
    write(today, 'social_posts', { id: postId, account_id: index + 1, posted_at: isoOf(at), content_item_id: null });
    const rate = network.benchmark * 1.32 * lognormal(key, 3, 0.35);
    recordStats(today, {
      kind: 'social-stats',
      postId,
      account: index,
      rate: rate * 0.6,
      at: Math.min(at + 3600, (today.day + 1) * daySeconds - 1),
    });
    for (const [step, days] of readAfterDays.entries()) {
      schedule(today, today.day + days, {
        kind: 'social-stats',
        postId,
        account: index,
        rate: rate * (0.85 + 0.075 * step),
        at: at + days * daySeconds,
      });
    }
  }
}

export function recordStats(today: TwinDay, item: Extract<AgendaItem, { kind: 'social-stats' }>): void {
  const followers = Math.round(today.state.market.followers[item.account] ?? 5000);
  const interactions = Math.round(followers * item.rate);
  write(today, 'social_post_stats', {
    post_id: item.postId,
    captured_at: timeOf(today, item.at % daySeconds),
    likes: Math.round(interactions * 0.8),
    comments: Math.round(interactions * 0.08),
    shares: Math.round(interactions * 0.07),
    saves: Math.round(interactions * 0.05),
    impressions: Math.round(followers * 1.4),
    followers,
  });
}
