import { isKpiId, type KpiId } from '@ai-cos/catalog/kpis';
import { scoreOf } from '@ai-cos/catalog/kpi-status';
import type { HealthBoard, KpiView, Snapshot } from '@ai-cos/agent-runner/contract';

export interface HealthMover {
  kpi: KpiView;
  before: number;
  /** Share of the total health this KPI gained (positive) or lost since the snapshot. */
  healthChange: number;
}

/** The newest snapshot at least `hours` of business time before the board. */
export function snapshotBefore(snapshots: readonly Snapshot[], board: HealthBoard, hours = 20): Snapshot | undefined {
  const latest = Date.parse(board.asOf) - hours * 3_600_000;
  const older = snapshots.filter(({ createdAsOf }) => Date.parse(createdAsOf) <= latest);
  return older.sort((left, right) => Date.parse(right.createdAsOf) - Date.parse(left.createdAsOf))[0];
}

function moverOf(kpi: KpiView, snapshot: Snapshot, totalWeight: number): HealthMover | undefined {
  const id: string = kpi.id;
  const before = isKpiId(id) ? snapshot.kpis[id satisfies KpiId] : undefined;
  if (before === null || before === undefined || kpi.value === null || kpi.score === null) {
    return undefined;
  }
  const gained = kpi.score - scoreOf(kpi.thresholds, before);
  return { kpi, before, healthChange: (gained * kpi.weight) / totalWeight };
}

/** What moved the weighted health most, worst loss first and gains after. */
export function healthMovers(board: HealthBoard, snapshot: Snapshot, count = 4): HealthMover[] {
  const defined = board.kpis.filter(({ score }) => score !== null);
  let totalWeight = 0;
  for (const { weight } of defined) {
    totalWeight += weight;
  }
  const movers = defined.map((kpi) => moverOf(kpi, snapshot, totalWeight));
  return movers
    .filter((mover): mover is HealthMover => mover !== undefined && Math.abs(mover.healthChange) >= 0.001)
    .sort((left, right) => Math.abs(right.healthChange) - Math.abs(left.healthChange))
    .slice(0, count)
    .sort((left, right) => left.healthChange - right.healthChange);
}
