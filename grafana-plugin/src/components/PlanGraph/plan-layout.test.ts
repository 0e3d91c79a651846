import { planLayout } from './plan-layout.ts';

function step(actionId: string, order: number, ...dependsOn: string[]) {
  return { actionId, order, dependsOn };
}

describe('planLayout', () => {
  it('puts a step one column right of the latest step it waits for', () => {
    const { steps, columns, rows } = planLayout([
      step('a', 0),
      step('b', 1),
      step('c', 2, 'a'),
      step('d', 3, 'a', 'c'),
    ]);

    expect(steps.map(({ actionId, column, row }) => [actionId, column, row])).toEqual([
      ['a', 0, 0],
      ['b', 0, 1],
      ['c', 1, 0],
      ['d', 2, 0],
    ]);
    expect([columns, rows]).toEqual([3, 2]);
  });

  it('draws an arrow per dependency and none to a step that is not shown', () => {
    expect(planLayout([step('a', 0), step('b', 1, 'a', 'gone')]).edges).toEqual([{ from: 'a', to: 'b' }]);
  });

  it('ends although two steps wait for each other', () => {
    expect(planLayout([step('a', 0, 'b'), step('b', 1, 'a')]).steps).toHaveLength(2);
  });
});
