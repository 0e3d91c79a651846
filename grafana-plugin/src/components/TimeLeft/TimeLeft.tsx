import React from 'react';
import { useWallNow } from '../../data/wall-clock.ts';
import { formatDuration } from '../../format/time.ts';
import { Tag } from '../Tag/Tag.tsx';

const urgentMilliseconds = 15 * 60 * 1000;

export function isExpired(expiresAt: string | null, now: number): boolean {
  return expiresAt !== null && Date.parse(expiresAt) <= now;
}

/** Real time until the request expires; nothing runs when it does. */
export function TimeLeft({ expiresAt }: { expiresAt: string | null }) {
  const now = useWallNow();
  if (expiresAt === null) {
    return null;
  }
  if (isExpired(expiresAt, now)) {
    return <Tag tone="bad">Expired</Tag>;
  }
  const left = Date.parse(expiresAt) - now;
  return <Tag tone={left < urgentMilliseconds ? 'warn' : 'neutral'}>{formatDuration(left)} left</Tag>;
}
