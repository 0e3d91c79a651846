import { makeHealthBoard } from '../../../fixtures/factories/kpi.ts';
import { makeSnapshot } from '../../../fixtures/factories/governance.ts';
import { healthMovers, snapshotBefore } from './health-movers.ts';

describe('what moved the health', () => {
  it('lists losses first, weighted, and leaves out what did not move', () => {
    const movers = healthMovers(makeHealthBoard(), makeSnapshot(1));

    expect(movers.map(({ kpi }) => kpi.id)).toEqual(['cac', 'cart_abandonment', 'conversion_rate']);
    expect(movers.every(({ healthChange }) => healthChange < 0)).toBe(true);
  });

  it('takes the newest snapshot that is about a day old', () => {
    const board = makeHealthBoard();

    expect(snapshotBefore([makeSnapshot(3), makeSnapshot(1), makeSnapshot(0)], board)?.createdAsOf).toBe(
      makeSnapshot(1).createdAsOf
    );
    expect(snapshotBefore([makeSnapshot(0)], board)).toBeUndefined();
  });
});
