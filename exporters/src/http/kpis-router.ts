import {
  kpiIdOf,
  type Company,
  type CountersResponse,
  type KpiPoint,
  type KpisResponse,
  type KpiValuesResponse,
} from '@ai-cos/catalog';
import { DomainError, type Clock } from '@ai-cos/service-kit';
import { Router } from 'express';
import type { KpiDefinition } from '../config/kpi-definition.ts';
import type { HistoryQuery, KpiHistory } from '../history/service.ts';
import { isRestricted } from '../metrics/pages.ts';
import { healthReadings } from '../snapshot/health.ts';
import type { KpiBoard } from '../snapshot/kpi-board.ts';
import { readingOf, withheld } from '../snapshot/reading.ts';
import { historyQuery } from './history-query.ts';
import type { ReaderOfRestricted } from './restricted-reader.ts';

export interface KpisRouterOptions {
  readonly board: KpiBoard;
  readonly definitions: readonly KpiDefinition[];
  readonly history: KpiHistory;
  readonly clock: Clock;
  readonly company: Company;
  readonly currency: () => string;
  readonly configDigest: string;
  readonly mayReadRestricted: ReaderOfRestricted;
}

/** `GET /kpis`, `GET /kpis/:id/values`, the same for all KPIs at once, `GET /values`, and `GET /counters`. */
export function kpisRouter(options: KpisRouterOptions): Router {
  const { board, definitions, history, clock, company, mayReadRestricted } = options;
  const router = Router();

  router.get('/kpis', (request, response) => {
    const all = mayReadRestricted(request);
    const entries = board.entries();
    const shown = all ? entries : entries.map((entry) => (isRestricted(entry) ? withheld(entry) : entry));
    const currency = options.currency();
    const answer: KpisResponse = {
      asOf: clock.now().toISOString(),
      simulated: company.simulated,
      reportingCurrency: currency,
      configDigest: options.configDigest,
      kpis: shown.map((entry) => readingOf(entry, currency)),
      health: [...healthReadings(entries)],
    };
    response.json(answer);
  });

  router.get('/kpis/:id/values', async (request, response) => {
    const definition = definitionOf(definitions, request.params.id);
    if (definition.sensitivity === 'restricted' && !mayReadRestricted(request)) throw restricted(definition);
    const query = historyQuery(request.query, clock.now());
    response.json(answerOf(definition, query, await history.points(definition, query), clock.now()));
  });

  router.get('/values', async (request, response) => {
    const query = historyQuery(request.query, clock.now());
    const all = mayReadRestricted(request);
    const wanted = definitions.filter(({ enabled, sensitivity }) => enabled && (all || sensitivity === 'internal'));
    const answers = await Promise.all(
      wanted.map(async (definition) => {
        const points = await pointsOrNone(history, definition, query);
        return points === undefined ? definition.id : answerOf(definition, query, points, clock.now());
      })
    );
    const kpis = answers.filter((answer) => typeof answer !== 'string');
    response.json({ kpis, without: answers.filter((answer) => typeof answer === 'string') });
  });

  router.get('/counters', async (request, response) => {
    const now = clock.now();
    const series = await history.counters(historyQuery(request.query, now));
    const answer: CountersResponse = { asOf: now.toISOString(), counters: [...series] };
    response.json(answer);
  });
  return router;
}

/** In a batch one KPI that cannot be read hides no other; the history has logged why. */
async function pointsOrNone(
  history: KpiHistory,
  definition: KpiDefinition,
  query: HistoryQuery
): Promise<readonly KpiPoint[] | undefined> {
  try {
    return await history.points(definition, query);
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}

function definitionOf(definitions: readonly KpiDefinition[], name: string): KpiDefinition {
  const id = kpiIdOf(name);
  const definition = definitions.find((candidate) => candidate.id === id);
  if (definition?.enabled === true) return definition;
  const why =
    definition === undefined ? `There is no KPI "${name}".` : `${definition.id} is switched off in the KPI file.`;
  throw new DomainError('unknown_kpi', why, { status: 404 });
}

function restricted({ id }: KpiDefinition): DomainError {
  const detail = `${id} is restricted; send the token of AICOS_RESTRICTED_TOKEN_FILE as "Authorization: Bearer …".`;
  return new DomainError('unauthorized', detail, { status: 401 });
}

function answerOf(
  { id }: KpiDefinition,
  { kind }: HistoryQuery,
  points: readonly KpiPoint[],
  asOf: Date
): KpiValuesResponse {
  return { id, flow: kind === 'flow', asOf: asOf.toISOString(), points: [...points] };
}
