import { ruleGroups } from '@ai-cos/alert-rules';
import { productionScale } from '@ai-cos/catalog';
import { describe, expect, it } from 'vitest';
import { sharedStack } from '../stack/shared-stack.ts';
import { until } from '../stack/until.ts';
import { boardQueries, rightlyEmpty } from './board-queries.ts';
import { prometheusClient } from './prometheus-client.ts';

/** Day, scrape and evaluation seconds of the demo, as `npm start` chooses them. */
const demoScale = { daySeconds: 20, evaluationSeconds: 2, scrapeSeconds: 2 };

/** Recordings that need two weeks of history before they say anything. */
const needsHistory = /^aicos:flow_(baseline|expected):/;

function client() {
  return prometheusClient(sharedStack().urls.prometheus);
}

describe('a real Prometheus', () => {
  it('evaluates every rule without an error', async () => {
    const rules = await until('the first evaluation of all rules', 60_000, async () => {
      const evaluated = await client().rules();
      return evaluated.length > 0 && evaluated.every((rule) => rule.health !== 'unknown') ? evaluated : undefined;
    });

    expect(rules.filter((rule) => rule.health !== 'ok')).toEqual([]);
    expect(rules).toHaveLength(ruleGroups(productionScale).flatMap((group) => group.rules).length);
  });

  it('records every series, but those that need two weeks of history', async () => {
    const names = [
      ...new Set((await client().rules()).filter((rule) => rule.type === 'recording').map((rule) => rule.name)),
    ];

    const missing = await until('the recorded series', 60_000, async () => {
      const results = await Promise.all(names.map(async (name) => ({ name, ...(await client().query(name)) })));
      const empty = results.filter((result) => result.kind !== 'data').map((result) => result.name);
      return empty.every((name) => needsHistory.test(name)) ? empty : undefined;
    });

    expect(missing.filter((name) => !needsHistory.test(name))).toEqual([]);
  });

  it('accepts every alert expression; an empty answer means that the alert does not fire', async () => {
    const alerts = (await client().rules()).filter((rule) => rule.type === 'alerting');
    const results = await Promise.all(
      alerts.map(async ({ name, query }) => ({ name, ...(await client().query(query)) }))
    );

    expect(results.filter((result) => result.kind === 'error')).toEqual([]);
    expect(results).toContainEqual({ name: 'Watchdog', kind: 'data' });
  });

  it('answers every query of every board with data, or the list says why not', async () => {
    const queries = boardQueries(demoScale);
    const listed = Object.keys(rightlyEmpty);

    const problems = await until('data for every board', 90_000, async () => {
      const results = await Promise.all(
        queries.map(async ({ where, expr }) => ({ where, ...(await client().query(expr)) }))
      );
      const unexpected = results.filter(
        ({ where, kind }) => kind !== 'data' && !listed.some((prefix) => where.startsWith(prefix))
      );
      return unexpected.length === 0 ? unexpected : undefined;
    });

    expect(problems).toEqual([]);
    expect(queries.length).toBeGreaterThan(200);
  });
});
