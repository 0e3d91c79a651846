/** Runs work a few pieces at a time, the rest in the order it came. */
export type Queue = <T>(work: () => Promise<T>) => Promise<T>;

export function createQueue(width: number): Queue {
  const waiting: (() => void)[] = [];
  let free = width;

  async function turn(): Promise<void> {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  }

  function handOver(): void {
    const next = waiting.shift();
    if (next === undefined) free += 1;
    else next();
  }

  return async (work) => {
    await turn();
    try {
      return await work();
    } finally {
      handOver();
    }
  };
}
