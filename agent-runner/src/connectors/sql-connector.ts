import { inTransaction, type Db, type Pool } from '@ai-cos/service-kit';
import type { ActionTypeRecord } from '@ai-cos/catalog';
import type { Connector, EffectRequest, Lookup, Parameters } from './connector.ts';
import { parameterAt } from './template.ts';

/**
 * Runs a reviewed statement of the catalog on the company's database, under a role of its own (`AICOS_EFFECTS_URL`).
 * The key is written to `effects.receipt` in the same transaction, so the effect is exactly one and can be asked about.
 */
export function createSqlConnector(pool: Pool | null): Connector {
  return {
    kind: 'sql',
    honoursKey: true,
    whyUnavailable(type) {
      if (type.statement === undefined) return `${type.id} has no statement`;
      return pool === null ? 'AICOS_EFFECTS_URL is not set' : null;
    },
    dryRun(effect) {
      const { text, values } = bind(statementOf(effect.type), effect.parameters);
      return Promise.resolve(`${text} -- ${JSON.stringify(values)}`);
    },
    async call(effect) {
      try {
        const rowCount = await inTransaction(required(pool), (client) => applyOnce(client, effect));
        const summary = rowCount === null ? 'already applied under this key' : `${String(rowCount)} rows changed`;
        return { kind: 'done', reference: null, summary, response: { rowCount } };
      } catch (error) {
        const refused = error instanceof NoRowMatched || refusedBySql(error);
        return { kind: refused ? 'refused' : 'unclear', reason: messageOf(error) };
      }
    },
    lookup: (effect) => lookUp(required(pool), effect),
    readBack: () => Promise.resolve(null),
  };
}

/** Thrown to roll back: what matched nothing must leave no receipt. */
class NoRowMatched extends Error {
  override name = 'NoRowMatched';
}

/** Rows changed, or null when the key was applied before. */
async function applyOnce(db: Db, effect: EffectRequest): Promise<number | null> {
  const fresh = await db.query(
    'INSERT INTO effects.receipt (key, action_type) VALUES ($1, $2) ON CONFLICT (key) DO NOTHING',
    [effect.key, effect.type.id]
  );
  if (fresh.rowCount === 0) return null;
  const { text, values } = bind(statementOf(effect.type), effect.parameters);
  const { rowCount } = await db.query(text, values);
  if (rowCount === null || rowCount === 0) throw new NoRowMatched('the statement matched no row');
  return rowCount;
}

async function lookUp(db: Db, effect: EffectRequest): Promise<Lookup> {
  const { rows } = await db.query<{ applied_at: Date }>('SELECT applied_at FROM effects.receipt WHERE key = $1', [
    effect.key,
  ]);
  const row = rows[0];
  return row === undefined
    ? { kind: 'absent' }
    : { kind: 'applied', reference: null, summary: `applied at ${row.applied_at.toISOString()}`, response: null };
}

function statementOf(type: ActionTypeRecord): string {
  if (type.statement === undefined) throw new Error(`${type.id} has no statement`);
  return type.statement;
}

/** `{name}` in a statement becomes a bound parameter: a value can never become SQL. */
export function bind(statement: string, parameters: Parameters): { text: string; values: unknown[] } {
  const values: unknown[] = [];
  const text = statement.replace(/\{([A-Za-z0-9_.]+)\}/g, (_, path: string) => {
    values.push(parameterAt(parameters, path));
    return `$${String(values.length)}`;
  });
  return { text, values };
}

function required(pool: Pool | null): Pool {
  if (pool === null) throw new Error('AICOS_EFFECTS_URL is not set');
  return pool;
}

/** Class 22, 23 and 42: the statement itself was refused and rolled back, trying again changes nothing. */
function refusedBySql(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && /^(22|23|42)/.test(error.code);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
