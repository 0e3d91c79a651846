import { describe, expect, it } from 'vitest';
import {
  InfluenceEdge as EdgeSchema,
  influenceEdges,
  influenceNodes,
  isKpiId,
  kpiIds,
  scenarioLevers,
  type InfluenceEdge,
} from '../src/index.ts';

const edges: readonly InfluenceEdge[] = influenceEdges;
const enabled = edges.filter((edge) => edge.enabled);
const nodes = new Set<string>([...kpiIds, ...influenceNodes.map((node) => node.id)]);

function reachable(from: readonly string[]): Set<string> {
  const found = new Set<string>();
  const queue = [...from];
  for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
    for (const { from: start, to } of enabled) {
      if (start !== node || found.has(to)) continue;
      found.add(to);
      queue.push(to);
    }
  }
  return found;
}

describe('the influence graph', () => {
  it('has 67 links with ids of their own, 49 of them enabled', () => {
    expect(edges).toHaveLength(67);
    expect(enabled).toHaveLength(49);
    expect(new Set(edges.map((edge) => edge.id)).size).toBe(67);
  });

  it.each(edges)('$id from $from to $to is a valid record between known nodes', (edge) => {
    expect(() => EdgeSchema.parse(edge)).not.toThrow();
    expect(nodes).toContain(edge.from);
    expect(nodes).toContain(edge.to);
  });

  it.each(edges.filter((edge) => edge.default !== null))(
    '$id has a sign and a range that agree with its effect',
    (edge) => {
      const effect = edge.default ?? 0;

      expect(Math.sign(effect)).toBe(edge.sign === '+' ? 1 : -1);
      if (edge.low !== null && edge.high !== null) {
        expect(edge.low).toBeLessThanOrEqual(effect);
        expect(edge.high).toBeGreaterThanOrEqual(effect);
      }
    }
  );

  it('enables no link that rests on judgement', () => {
    expect(enabled.filter((edge) => edge.grade === 'J')).toEqual([]);
  });

  it('has no loop among its enabled links', () => {
    const looping = [...nodes].filter((node) => reachable([node]).has(node));

    expect(looping).toEqual([]);
  });

  it('enables at most one of two alternatives', () => {
    const ids = new Set(enabled.map((edge) => edge.id));
    for (const edge of enabled) {
      for (const other of [edge.alternativeTo ?? []].flat()) expect(ids, edge.id).not.toContain(other);
    }
  });

  it.each(Object.entries(scenarioLevers))('lets a %s scenario reach at least four KPIs', (_name, levers) => {
    const reached = [...reachable(levers)].filter(isKpiId);

    expect(reached.length).toBeGreaterThanOrEqual(4);
  });
});
