import type { Company } from '@ai-cos/catalog';
import type { Db } from '@ai-cos/service-kit';
import { decidable } from '../approvals/decidable.ts';
import { decide } from '../approvals/guard.ts';
import { lentRights, votesOfMany } from '../approvals/history.ts';
import { wallNow } from '../approvals/wall-time.ts';
import { actionSelect } from '../actions/columns.ts';
import type { ActionRow } from '../actions/types.ts';
import type { PersonView } from '../contract/index.ts';
import type { Policy } from '../governance/policy.ts';
import { listPeople } from '../people/repository.ts';

/** Everybody of the people file, with how many waiting actions each could decide now. */
export async function peopleViews(
  db: Db,
  { policy, company }: { policy: Policy; company: Company }
): Promise<PersonView[]> {
  const people = await listPeople(db);
  const { rows: waiting } = await db.query<ActionRow>(
    `SELECT ${actionSelect} FROM ai_cos_actions WHERE state = 'pending_approval' ORDER BY created_at LIMIT 500`
  );
  const votes = await votesOfMany(
    db,
    waiting.map(({ id }) => id)
  );
  const now = await wallNow(db);
  const views: PersonView[] = [];
  for (const { id, name, groups, active, absentUntil } of people) {
    const lent = await lentRights(db, id);
    const open = waiting.filter(
      (action) =>
        decide({
          action: decidable(action, company),
          policy,
          history: votes.get(action.id) ?? [],
          actor: { kind: 'person', personId: id, active, groups, lent },
          wish: { verdict: 'approve', digest: action.digest, reason: 'asked by the page' },
          now,
        }).allowed
    );
    views.push({ id, name, groups, active, absentUntil, openDecisions: open.length });
  }
  return views;
}
