import type { Plan } from '@ai-cos/agent-runner/contract';

export interface PlacedStep {
  actionId: string;
  order: number;
  column: number;
  row: number;
}

export interface PlacedEdge {
  from: string;
  to: string;
}

export interface PlanLayout {
  steps: PlacedStep[];
  edges: PlacedEdge[];
  columns: number;
  rows: number;
}

type Steps = Plan['steps'];

/** Column of a step: one to the right of the latest step it waits for; a circle (never expected) ends at its start. */
function columnsOf(steps: Steps): Map<string, number> {
  const byId = new Map(steps.map((step) => [step.actionId, step]));
  const columns = new Map<string, number>();
  function columnOf(id: string, path: ReadonlySet<string>): number {
    const known = columns.get(id);
    if (known !== undefined) {
      return known;
    }
    let column = 0;
    for (const before of byId.get(id)?.dependsOn ?? []) {
      if (byId.has(before) && !path.has(before)) {
        column = Math.max(column, columnOf(before, new Set([...path, id])) + 1);
      }
    }
    columns.set(id, column);
    return column;
  }
  for (const { actionId } of steps) {
    columnOf(actionId, new Set([actionId]));
  }
  return columns;
}

/** Layered left to right by dependency, inside a column by the order of the plan. */
export function planLayout(steps: Steps): PlanLayout {
  const columns = columnsOf(steps);
  const filled: number[] = [];
  const placed: PlacedStep[] = [];
  for (const { actionId, order } of [...steps].sort((left, right) => left.order - right.order)) {
    const column = columns.get(actionId) ?? 0;
    const row = filled[column] ?? 0;
    filled[column] = row + 1;
    placed.push({ actionId, order, column, row });
  }
  const edges = steps.flatMap(({ actionId, dependsOn }) =>
    dependsOn.filter((before) => columns.has(before)).map((from) => ({ from, to: actionId }))
  );
  return { steps: placed, edges, columns: filled.length, rows: Math.max(0, ...filled.map((count) => count ?? 0)) };
}
