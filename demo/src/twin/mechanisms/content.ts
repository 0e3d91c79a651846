import { isWorkday } from '../calendar.ts';
import { keyFor, nextId, timeOf, write, type TwinDay } from '../day.ts';
import { draw } from '../random.ts';

const authors = ['editorial', 'guest', 'product team'] as const;

export function runContent(today: TwinDay): void {
  const key = keyFor(today, 'content', 0);
  if (!isWorkday(today.day) || draw(key, 1) > 0.86) return;
  write(today, 'content_items', {
    id: nextId(today.state, 'content_items'),
    type: draw(key, 2) < 0.8 ? 'article' : 'guide',
    status: 'published',
    author: authors[Math.floor(draw(key, 3) * authors.length)] ?? 'editorial',
    published_at: timeOf(today, 10 * 3600 + Math.floor(draw(key, 4) * 18_000)),
  });
}
