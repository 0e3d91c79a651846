import type { Db } from '@ai-cos/service-kit';
import type { Decision } from '../contract/index.ts';
import type { LentRight, RecordedVote } from './guard.ts';

/** Votes on a revision with the groups their people are in today: who lost a group no longer counts. */
export async function votesOf(db: Db, actionId: string): Promise<RecordedVote[]> {
  return (await votesOfMany(db, [actionId])).get(actionId) ?? [];
}

export async function votesOfMany(db: Db, actionIds: readonly string[]): Promise<Map<string, RecordedVote[]>> {
  const { rows } = await db.query<RecordedVote & { actionId: string }>(
    `SELECT a.action_id AS "actionId", a.person_id AS "personId", a.on_behalf_of AS "onBehalfOf", a.verdict,
            coalesce(l.groups, p.groups) AS groups, p.active AND coalesce(l.active, true) AS active
       FROM ai_cos_approvals a
       JOIN ai_cos_people p ON p.id = a.person_id
       LEFT JOIN ai_cos_people l ON l.id = a.on_behalf_of
      WHERE a.action_id = ANY ($1) AND a.kind = 'person' ORDER BY a.at`,
    [actionIds]
  );
  const byAction = new Map<string, RecordedVote[]>();
  for (const { actionId, ...vote } of rows) byAction.set(actionId, [...(byAction.get(actionId) ?? []), vote]);
  return byAction;
}

/** Rights lent to a person that have not ended; the guard checks scope and time again. */
export async function lentRights(db: Db, personId: string): Promise<LentRight[]> {
  const { rows } = await db.query<Omit<LentRight, 'scope'> & { pole: string | null; kpi: string | null }>(
    `SELECT d.from_person_id AS "fromPersonId", p.groups, p.active, d.scope_pole AS pole, d.scope_kpi AS kpi,
            d.starts_at AS "startsAt", d.ends_at AS "endsAt", d.revoked_at AS "revokedAt"
       FROM ai_cos_delegations d JOIN ai_cos_people p ON p.id = d.from_person_id
      WHERE d.to_person_id = $1 AND d.revoked_at IS NULL AND d.ends_at > clock_timestamp() ORDER BY d.starts_at`,
    [personId]
  );
  return rows.map(({ pole, kpi, ...right }) => ({
    ...right,
    scope: {
      pole: (pole ?? undefined) as LentRight['scope']['pole'],
      kpiId: (kpi ?? undefined) as LentRight['scope']['kpiId'],
    },
  }));
}

/** Recorded votes of several actions, as people read them. */
export async function decisionsOf(db: Db, actionIds: readonly string[]): Promise<Map<string, Decision[]>> {
  const { rows } = await db.query<Omit<Decision, 'at'> & { actionId: string; at: Date }>(
    `SELECT a.action_id AS "actionId", coalesce(a.person_id, 'policy') AS "personId",
            coalesce(p.name, 'Policy') AS "personName", b.name AS "onBehalfOf", a.verdict, a.reason, a.route, a.at
       FROM ai_cos_approvals a
       LEFT JOIN ai_cos_people p ON p.id = a.person_id
       LEFT JOIN ai_cos_people b ON b.id = a.on_behalf_of
      WHERE a.action_id = ANY ($1) ORDER BY a.at`,
    [actionIds]
  );
  const byAction = new Map<string, Decision[]>();
  for (const { actionId, at, ...decision } of rows) {
    const known = byAction.get(actionId) ?? [];
    known.push({ ...decision, at: at.toISOString() });
    byAction.set(actionId, known);
  }
  return byAction;
}
