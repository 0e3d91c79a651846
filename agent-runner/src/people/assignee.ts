import type { Company } from '@ai-cos/catalog';
import type { Db } from '@ai-cos/service-kit';
import { loadAction } from '../actions/repository.ts';
import { listPeople } from './repository.ts';

/** Who should do the work of an action: the owner of its KPI, else of its pole, the deputy while the owner is away. */
export async function assigneeOf(db: Db, company: Company, actionId: string, today: Date): Promise<string | null> {
  const action = await loadAction(db, actionId);
  if (action === undefined) return null;
  const rules = [
    ...company.owners.filter(({ kpi }) => kpi !== undefined && action.kpiIds.includes(kpi)),
    ...company.owners.filter(({ kpi, pole }) => kpi === undefined && pole === action.pole),
  ];
  const day = today.toISOString().slice(0, 10);
  const people = await listPeople(db);
  const present = new Set(
    people
      .filter(({ active, absentUntil }) => active && (absentUntil === null || absentUntil < day))
      .map(({ id }) => id)
  );
  for (const { owner, deputy } of rules) {
    if (present.has(owner)) return owner;
    if (deputy !== undefined && present.has(deputy)) return deputy;
  }
  return rules[0]?.owner ?? null;
}
