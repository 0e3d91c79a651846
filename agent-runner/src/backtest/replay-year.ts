import type { KpiId } from '@ai-cos/catalog';
import { chooseEvent, type OpenEvent } from '../events/choose-event.ts';
import { statusesOf, type KpiSeries } from './status-walk.ts';

/** A plan that would have been made, from the first alert to the day all its KPIs were back. */
export interface PastPlan {
  readonly openedAt: string;
  readonly closedAt: string | null;
  readonly kpiIds: readonly KpiId[];
  /** Days between the opening and the first critical KPI of the plan; null when none became critical. */
  readonly daysAhead: number | null;
}

interface OpenPlan extends OpenEvent {
  readonly openedDay: number;
  firstCritical: number | null;
}

/** Walks a year day by day: which alerts would have opened a plan, which would have joined one. Nothing is switched on. */
export function plansOf(series: KpiSeries): PastPlan[] {
  const dates = [...series.values()][0]?.map((day) => day.at) ?? [];
  const statuses = new Map([...series].map(([id, days]) => [id, statusesOf(id, days)]));
  const statusOn = (id: KpiId, day: number) => statuses.get(id)?.[day] ?? 'undefined';
  const closed: PastPlan[] = [];
  let open: OpenPlan[] = [];
  for (const [day, date] of dates.entries()) {
    const asOf = new Date(date);
    for (const id of series.keys()) {
      const now = statusOn(id, day);
      const before = day === 0 ? now : statusOn(id, day - 1);
      if (isRed(now) && !isRed(before)) openOrJoin(open, { id, day, asOf });
    }
    for (const plan of open) {
      if (plan.firstCritical === null && plan.kpiIds.some((id) => statusOn(id, day) === 'critical'))
        plan.firstCritical = day;
    }
    const ended = open.filter((plan) => plan.kpiIds.every((id) => statusOn(id, day) === 'ok'));
    closed.push(...ended.map((plan) => pastPlan(plan, dates, day)));
    open = open.filter((plan) => !ended.includes(plan));
  }
  const all = [...closed, ...open.map((plan) => pastPlan(plan, dates, null))];
  return all.sort((a, b) => (a.openedAt < b.openedAt ? -1 : 1));
}

function isRed(status: string): boolean {
  return status === 'warning' || status === 'critical';
}

function openOrJoin(open: OpenPlan[], { id, day, asOf }: { id: KpiId; day: number; asOf: Date }): void {
  const event = chooseEvent(open, { kpiId: id, asOf });
  if (event !== undefined) {
    if (!event.kpiIds.includes(id)) event.kpiIds.push(id);
    return;
  }
  open.push({
    ...{ id: `${id} ${String(day)}`, kpiIds: [id], severity: 'medium', recovering: false, createdAsOf: asOf },
    ...{ alerting: true, foreseen: [], openedDay: day, firstCritical: null },
  });
}

function pastPlan(plan: OpenPlan, dates: readonly string[], closedDay: number | null): PastPlan {
  return {
    openedAt: dates[plan.openedDay] ?? '',
    closedAt: closedDay === null ? null : (dates[closedDay] ?? null),
    kpiIds: plan.kpiIds,
    daysAhead: plan.firstCritical === null ? null : plan.firstCritical - plan.openedDay,
  };
}
