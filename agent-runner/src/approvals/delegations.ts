import { DomainError, inTransaction, type Clock, type Db, type Pool } from '@ai-cos/service-kit';
import { appendAudit } from '../audit/append.ts';
import type { Delegation, DelegationRequest } from '../contract/index.ts';
import type { Policy } from '../governance/policy.ts';
import { isAdmin, type Actor } from '../identity/actor.ts';
import { findPerson } from '../people/repository.ts';
import { answerOfKey, rememberAnswer } from './request-key.ts';

const SELECT = `id, from_person_id AS "fromPersonId", to_person_id AS "toPersonId", scope_pole AS pole, scope_kpi AS kpi,
  starts_at AS "startsAt", ends_at AS "endsAt", revoked_at AS "revokedAt"`;

interface DelegationRow {
  id: string;
  fromPersonId: string;
  toPersonId: string;
  pole: Delegation['scope']['pole'] | null;
  kpi: Delegation['scope']['kpiId'] | null;
  startsAt: Date;
  endsAt: Date;
  revokedAt: Date | null;
}

function viewOf(row: DelegationRow): Delegation {
  const { id, fromPersonId, toPersonId, pole, kpi } = row;
  return {
    id,
    fromPersonId,
    toPersonId,
    scope: { ...(pole && { pole }), ...(kpi && { kpiId: kpi }) },
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    revokedAt: row.revokedAt?.toISOString() ?? null,
  };
}

export async function listDelegations(db: Db): Promise<Delegation[]> {
  const { rows } = await db.query<DelegationRow>(
    `SELECT ${SELECT} FROM ai_cos_delegations ORDER BY starts_at DESC LIMIT 500`
  );
  return rows.map(viewOf);
}

/** Lends the own right to decide to somebody else for a while; what was borrowed cannot be lent on. */
export async function delegate(
  { pool, clock, policy }: { pool: Pool; clock: Clock; policy: Policy },
  actor: Actor,
  request: DelegationRequest
): Promise<Delegation> {
  const from = lender(actor, policy);
  const keyed = { actor: from, key: request.idempotencyKey, request };
  return inTransaction(pool, async (tx) => {
    const known = await answerOfKey<Delegation>(tx, keyed);
    if (known !== undefined) return known;
    const to = await findPerson(tx, request.toPersonId);
    if (to?.active !== true || to.id === from) {
      throw new DomainError('delegate_unknown', `${request.toPersonId} is no other active person of the people file.`);
    }
    const { rows } = await tx.query<DelegationRow>(
      `INSERT INTO ai_cos_delegations (from_person_id, to_person_id, scope_pole, scope_kpi, ends_at)
       SELECT $1, $2, $3, $4, $5
        WHERE $5::timestamptz BETWEEN clock_timestamp() AND clock_timestamp() + $6 * interval '1 day'
       RETURNING ${SELECT}`,
      [from, to.id, request.scope.pole ?? null, request.scope.kpiId ?? null, request.endsAt, policy.delegation.maxDays]
    );
    const row = rows[0];
    if (row === undefined) {
      throw new DomainError(
        'delegation_period',
        `A delegation ends in the future and within ${String(policy.delegation.maxDays)} days.`
      );
    }
    await appendAudit(tx, {
      event: 'delegation.created',
      ref: row.id,
      actor: from,
      route: actor.route,
      asOf: clock.now(),
      detail: { to: to.id, scope: request.scope, endsAt: request.endsAt },
    });
    const view = viewOf(row);
    await rememberAnswer(tx, keyed, view);
    return view;
  });
}

function lender(actor: Actor, policy: Policy): string {
  if (!policy.delegation.allowed)
    throw new DomainError('delegation_off', 'The policy allows no delegation.', { status: 403 });
  if (actor.kind !== 'person' || !actor.active || actor.groups.length === 0) {
    throw new DomainError('not_eligible', 'Only approvers have a right to lend.', { status: 403 });
  }
  return actor.personId;
}

export async function revokeDelegation(
  { pool, clock }: { pool: Pool; clock: Clock },
  actor: Actor,
  id: string
): Promise<Delegation> {
  return inTransaction(pool, async (tx) => {
    const { rows } = await tx.query<DelegationRow>(
      `SELECT ${SELECT} FROM ai_cos_delegations WHERE id = $1 FOR UPDATE`,
      [id]
    );
    const row = rows[0];
    if (row === undefined)
      throw new DomainError('delegation_not_found', `There is no delegation ${id}.`, { status: 404 });
    const personId = actor.kind === 'person' ? actor.personId : '';
    if (![row.fromPersonId, row.toPersonId].includes(personId) && !isAdmin(actor)) {
      throw new DomainError('not_eligible', 'Only the two people concerned or an admin may revoke it.', {
        status: 403,
      });
    }
    const revoked = await tx.query<DelegationRow>(
      `UPDATE ai_cos_delegations SET revoked_at = coalesce(revoked_at, clock_timestamp()) WHERE id = $1 RETURNING ${SELECT}`,
      [id]
    );
    await appendAudit(tx, {
      event: 'delegation.revoked',
      ref: id,
      actor: personId,
      route: actor.route,
      asOf: clock.now(),
    });
    return viewOf(revoked.rows[0] ?? row);
  });
}
