import { useEffect, useState } from 'react';

/** Real time in milliseconds since 1970; countdowns and "seen 5 s ago" use it, business dates never do. */
export function wallNow(): number {
  return performance.timeOrigin + performance.now();
}

/** Real time, renewed every `everyMilliseconds`. */
export function useWallNow(everyMilliseconds = 1000): number {
  const [now, setNow] = useState(wallNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(wallNow()), everyMilliseconds);
    return () => clearInterval(timer);
  }, [everyMilliseconds]);
  return now;
}
