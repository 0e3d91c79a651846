import React from 'react';
import { businessNow, useMe } from '../../data/me.ts';
import { useWallNow } from '../../data/wall-clock.ts';
import { formatBusinessDate } from '../../format/time.ts';
import { Muted } from '../Layout/Muted.tsx';

/** The company's date now; in a demo it runs faster than the wall clock. */
export function BusinessDate() {
  useWallNow();
  const { data, dataUpdatedAt } = useMe();
  if (data === undefined) {
    return null;
  }
  return <Muted>Business date {formatBusinessDate(businessNow(data, dataUpdatedAt))}</Muted>;
}
