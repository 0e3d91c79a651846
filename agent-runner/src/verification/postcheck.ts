import type { Check } from '@ai-cos/catalog';
import type { Db } from '@ai-cos/service-kit';
import type { EffectRequest } from '../connectors/connector.ts';
import type { HttpConnector } from '../connectors/http-connector.ts';
import { parameterAt } from '../connectors/template.ts';

export interface CheckTargets {
  readonly http: HttpConnector;
  /** The company's database under the read-only role; null when it is not configured. */
  readonly companyDb: Db | null;
  /** Value of an instant PromQL expression: true when it returns at least one sample that is not 0. */
  readonly promql: (expression: string) => Promise<boolean>;
}

/** Whether the nearest mechanism of an action is as it should be; null when that cannot be told. */
export async function runCheck(check: Check, effect: EffectRequest, targets: CheckTargets): Promise<boolean | null> {
  switch (check.kind) {
    case 'receipt':
      return true;
    case 'promql':
      return targets.promql(check.expression);
    case 'sql':
      return sqlCheck(check, effect, targets.companyDb);
    case 'http': {
      const answer = await targets.http.get(effect, check.call);
      return answer === null ? null : fieldHolds(check, effect, answer);
    }
  }
}

async function sqlCheck(check: Check & { kind: 'sql' }, effect: EffectRequest, db: Db | null): Promise<boolean | null> {
  if (db === null) return null;
  const values = check.params.map((path) => parameterAt(effect.parameters, path));
  const { rows } = await db.query<Record<string, unknown>>(check.statement, values);
  const [holds] = Object.values(rows[0] ?? {});
  return typeof holds === 'boolean' ? holds : null;
}

function fieldHolds(
  check: Check & { kind: 'http' },
  effect: EffectRequest,
  answer: Readonly<Record<string, unknown>>
): boolean | null {
  const found = valueAt(answer, check.field);
  if (found === undefined) return null;
  if (check.atLeastParam !== undefined)
    return Number(found) >= Number(parameterAt(effect.parameters, check.atLeastParam));
  const wanted = check.equalsParam === undefined ? check.equals : parameterAt(effect.parameters, check.equalsParam);
  return typeof wanted === 'number' ? Math.abs(Number(found) - wanted) < 1e-6 : found === wanted;
}

function valueAt(answer: unknown, path: string): unknown {
  let value: unknown = answer;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}
