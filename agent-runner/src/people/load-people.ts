import type { Company } from '@ai-cos/catalog';
import { inTransaction, type Pool } from '@ai-cos/service-kit';
import { appendAudit } from '../audit/append.ts';

/** Makes the people tables equal to the company file; who is no longer named stays known but inactive. */
export async function loadPeople(pool: Pool, { people }: Company): Promise<void> {
  if (people.length === 0) return;
  await inTransaction(pool, async (client) => {
    for (const person of people) {
      await client.query(
        `INSERT INTO ai_cos_people (id, name, email, groups, channel, absent_until, active, loaded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, clock_timestamp())
         ON CONFLICT (id) DO UPDATE SET name = $2, email = $3, groups = $4, channel = $5, absent_until = $6, active = $7,
                                        loaded_at = clock_timestamp()`,
        [
          person.id,
          person.name,
          person.email ?? null,
          person.groups,
          person.channel ?? null,
          person.absentUntil ?? null,
          person.active,
        ]
      );
    }
    const ids = people.map(({ id }) => id);
    const { rows } = await client.query<{ id: string }>(
      `UPDATE ai_cos_people SET active = false, groups = '{}' WHERE NOT id = ANY ($1) AND active RETURNING id`,
      [ids]
    );
    const identities = people.flatMap(({ id, identities: logins }) =>
      logins.map(({ issuer, identifier }) => ({ id, issuer, identifier }))
    );
    await client.query('DELETE FROM ai_cos_identities');
    for (const { id, issuer, identifier } of identities) {
      await client.query('INSERT INTO ai_cos_identities (issuer, identifier, person_id) VALUES ($1, $2, $3)', [
        issuer,
        identifier,
        id,
      ]);
    }
    await appendAudit(client, {
      event: 'people.loaded',
      ref: null,
      actor: 'system',
      route: 'start',
      asOf: null,
      detail: { people: ids, deactivated: rows.map(({ id }) => id) },
    });
  });
}
