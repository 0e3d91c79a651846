import { describe, expect, it } from 'vitest';
import { createQueue } from './queue.ts';

describe('createQueue', () => {
  it('runs so many pieces at a time, in the order they came', async () => {
    const queue = createQueue(2);
    const started: number[] = [];
    const ends: (() => void)[] = [];
    const piece = (name: number) => () =>
      new Promise<number>((resolve) => {
        started.push(name);
        ends.push(() => {
          resolve(name);
        });
      });
    const all = [1, 2, 3].map((name) => queue(piece(name)));
    await Promise.resolve();
    expect(started).toEqual([1, 2]);
    ends[0]?.();
    await all[0];
    await expect.poll(() => started).toEqual([1, 2, 3]);
    ends[1]?.();
    ends[2]?.();
    expect(await Promise.all(all)).toEqual([1, 2, 3]);
  });

  it('goes on after a piece that failed', async () => {
    const queue = createQueue(1);
    const failing = queue(() => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    expect(await queue(() => Promise.resolve('yes'))).toBe('yes');
  });
});
