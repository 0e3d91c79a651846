import { influenceEdges, scenarioLevers } from '@ai-cos/catalog/influence';
import type { ScenarioType } from '@ai-cos/agent-runner/contract';

const fallback: ScenarioType = 'budget';

interface Edge {
  from: string;
  to: string;
  enabled: boolean;
}

/** Steps from a node to a KPI along the influence graph; Infinity when there is no way. */
function distance(start: string, goal: string, edges: readonly Edge[]): number {
  const steps = new Map([[start, 0]]);
  const queue = [start];
  for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
    const next = (steps.get(node) ?? 0) + 1;
    for (const { from, to, enabled } of edges) {
      if (enabled && from === node && !steps.has(to)) {
        steps.set(to, next);
        queue.push(to);
      }
    }
  }
  return steps.get(goal) ?? Infinity;
}

/** The scenario whose levers lie nearest to a KPI in the influence graph. */
export function scenarioFor(kpi: string | null): ScenarioType {
  let best = fallback;
  let nearest = Infinity;
  for (const [type, levers] of Object.entries(scenarioLevers) as Array<[ScenarioType, readonly string[]]>) {
    for (const lever of levers) {
      const steps = kpi === null ? Infinity : distance(lever, kpi, influenceEdges);
      if (steps < nearest) {
        nearest = steps;
        best = type;
      }
    }
  }
  return best;
}
