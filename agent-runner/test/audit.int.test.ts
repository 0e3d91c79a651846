import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appendAudit } from '../src/audit/append.ts';
import { compareAnchors } from '../src/audit/compare-anchors.ts';
import { exportAudit } from '../src/audit/export.ts';
import { linkSweep } from '../src/audit/linker.ts';
import { verifyAudit, verifyLinks, type AuditLink } from '../src/audit/verify.ts';
import { createRunnerDatabase, type RunnerDatabase } from './_harness/database.ts';

let runner: RunnerDatabase;
beforeEach(async () => {
  runner = await createRunnerDatabase();
});
afterEach(async () => {
  await runner.close();
});

async function append(count: number): Promise<void> {
  for (let made = 1; made <= count; made += 1) {
    await appendAudit(runner.pool, {
      event: 'test.entry',
      ref: String(made),
      actor: 'someone',
      route: 'test',
      asOf: new Date('2026-03-01T10:00:00Z'),
      detail: { made },
    });
  }
}

/** What a table owner could do: the app role has no right to. */
async function asOwner(sql: string): Promise<void> {
  const client = new pg.Client({
    connectionString: runner.database.url('aicos_owner'),
    options: '-c request.jwt.claims={"role":"service_role"}',
  });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

describe('the audit chain', () => {
  it('holds everything appended, in any number of transactions at once', async () => {
    await Promise.all([append(20), append(20), append(20)]);

    expect(await verifyAudit(runner.pool)).toMatchObject({ valid: true, entries: 60, unlinked: 0, brokenAt: null });
  });

  it('has no hole for a transaction that was rolled back', async () => {
    const client = await runner.pool.connect();
    await client.query('BEGIN');
    await appendAudit(client, { event: 'test.entry', ref: null, actor: null, route: null, asOf: null });
    await client.query('ROLLBACK');
    client.release();
    await append(2);

    expect(await verifyAudit(runner.pool)).toMatchObject({ valid: true, entries: 2 });
  });

  it('takes up intake rows through the linker', async () => {
    await runner.pool.query(
      `INSERT INTO ai_cos_audit_log (event, deferred) SELECT 'alert.firing', true FROM generate_series(1, 30)`
    );
    const before = await verifyAudit(runner.pool);
    await linkSweep(runner.pool)();

    expect(before).toMatchObject({ valid: true, entries: 0, unlinked: 30 });
    expect(await verifyAudit(runner.pool)).toMatchObject({ valid: true, entries: 30, unlinked: 0 });
  });

  it.each([
    'UPDATE ai_cos_audit_log SET actor = $$x$$',
    'DELETE FROM ai_cos_audit_log',
    'DELETE FROM ai_cos_audit_links',
  ])('lets the app role do no %s', async (sql) => {
    await append(1);

    await expect(runner.pool.query(sql)).rejects.toThrow('permission denied');
  });

  it.each([
    ['an altered row', `UPDATE ai_cos_audit_log SET actor = 'another' WHERE ref = '4'`, 4],
    ['a deleted row', `DELETE FROM ai_cos_audit_links WHERE seq = 3`, 3],
    [
      'reordered rows',
      `UPDATE ai_cos_audit_links SET audit_id = CASE seq WHEN 2 THEN -1 ELSE audit_id END WHERE seq = 2;
       UPDATE ai_cos_audit_links SET audit_id = (SELECT id FROM ai_cos_audit_log WHERE ref = '2') WHERE seq = 5;
       UPDATE ai_cos_audit_links SET audit_id = (SELECT id FROM ai_cos_audit_log WHERE ref = '5') WHERE seq = 2`,
      2,
    ],
    ['a cut tail', `DELETE FROM ai_cos_audit_links WHERE seq > 4`, 5],
  ])('names the place of %s', async (_name, tampering, place) => {
    await append(6);
    await asOwner('ALTER TABLE ai_cos_audit_links DROP CONSTRAINT ai_cos_audit_links_audit_id_fkey');
    await asOwner(tampering);

    expect(await verifyAudit(runner.pool)).toMatchObject({ valid: false, brokenAt: place });
  });

  it('is exposed by a published head when it was cut together with its head', async () => {
    await append(6);
    const { rows } = await runner.pool.query<{ seq: number; hash: string }>(
      'SELECT seq::int, hash FROM ai_cos_audit_head'
    );
    await asOwner(`DELETE FROM ai_cos_audit_links WHERE seq > 4;
      UPDATE ai_cos_audit_head SET seq = 4, hash = (SELECT hash FROM ai_cos_audit_links WHERE seq = 4);
      DELETE FROM ai_cos_audit_log WHERE ref IN ('5', '6')`);

    expect(await verifyAudit(runner.pool)).toMatchObject({ valid: true });
    expect(await compareAnchors(runner.pool, rows)).toContain('head 6 was published');
  });

  it('can be verified from its export without the database', async () => {
    await append(5);
    const lines: string[] = [];
    await exportAudit(runner.pool, (line) => lines.push(line));
    const links = lines.map((line) => JSON.parse(line) as AuditLink);

    expect(verifyLinks(links)).toMatchObject({ seq: 5, brokenAt: null });
    expect(
      verifyLinks(links.map((link) => ({ ...link, payload: link.payload!.replace('someone', 'nobody') })))
    ).toMatchObject({
      brokenAt: 1,
    });
  });
});
