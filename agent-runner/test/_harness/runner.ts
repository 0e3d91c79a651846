import { Company } from '@ai-cos/catalog';
import { createLogger, fixedClock, listen, type Clock, type HttpServer } from '@ai-cos/service-kit';
import { createApp } from '../../src/app.ts';
import type { RunnerConfig } from '../../src/config/config.ts';
import { ConnectorsFile } from '../../src/connectors/settings.ts';
import { createContext, type Context } from '../../src/context.ts';
import { createDispatcher } from '../../src/dispatch/dispatcher.ts';
import type { ContextOverrides } from '../../src/foundation.ts';
import { defaultPolicy } from '../../src/governance/policy.ts';
import { createToken } from '../../src/identity/tokens.ts';
import { loadPeople } from '../../src/people/load-people.ts';
import { createRunnerDatabase, type RunnerDatabase } from './database.ts';
import { noExporters } from './exporters.ts';

export const WEBHOOK_TOKEN = 'webhook-token-of-the-test';
export const PLUGIN_TOKEN = 'plugin-token-of-the-test';

/** The people of `npm start`. */
export const company = Company.parse({
  name: 'Test company',
  simulated: true,
  defaultStage: 'act',
  people: [
    { id: 'viewer', name: 'Vera', groups: [] },
    { id: 'approver-a', name: 'Ada', groups: ['pole:business', 'pole:expansion'] },
    { id: 'approver-b', name: 'Ben', groups: ['pole:tech', 'pole:strategic'] },
    { id: 'admin', name: 'Alex', groups: ['admin'] },
  ].map((person) => ({ ...person, identities: [{ issuer: 'console', identifier: person.id }] })),
});

export interface TestRunner {
  context: Context;
  database: RunnerDatabase;
  server: HttpServer;
  clock: Clock;
  /** A JSON request as somebody, or as nobody without a token. */
  call(method: string, path: string, options?: { body?: unknown; token?: string }): Promise<Response>;
  tokenOf(personId: string): Promise<string>;
  close(): Promise<void>;
}

export function testConfig(database: RunnerDatabase, changes: Partial<RunnerConfig> = {}): RunnerConfig {
  return {
    databaseUrl: database.database.url('aicos_app'),
    sourceUrl: undefined,
    effectsUrl: undefined,
    redisUrl: undefined,
    exportersUrl: 'http://127.0.0.1:1',
    restrictedToken: undefined,
    prometheusUrl: undefined,
    alertmanagerUrls: [],
    backoffice: undefined,
    connectors: ConnectorsFile.parse({}),
    secretOf: () => '',
    port: 0,
    bind: '127.0.0.1',
    company,
    hasPeopleFile: true,
    policy: defaultPolicy,
    webhookTokens: [WEBHOOK_TOKEN],
    pluginTokens: [PLUGIN_TOKEN],
    identityIssuer: undefined,
    openDemo: true,
    clockSpec: 'wall',
    daySeconds: 86_400,
    auditAnchor: undefined,
    otlpEndpoint: undefined,
    ollamaUrl: undefined,
    slackWebhookUrl: undefined,
    logLevel: 'silent',
    ...changes,
  };
}

export interface TestRunnerOptions {
  config?: Partial<RunnerConfig>;
  overrides?: ContextOverrides;
  /** Workers run on pg-boss; without them nothing happens by itself. */
  workers?: boolean;
}

/** A runner on a database of its own, listening on a free port. */
export async function startRunner({
  config,
  overrides = {},
  workers = false,
}: TestRunnerOptions = {}): Promise<TestRunner> {
  const database = await createRunnerDatabase();
  const clock = overrides.clock ?? fixedClock(new Date('2026-03-01T10:00:00Z'));
  const log = createLogger('runner-test', 'silent');
  const settings = testConfig(database, config);
  const idle = { send: () => Promise.resolve(), work: () => Promise.resolve(), close: () => Promise.resolve() };
  const dispatcher = workers ? await createDispatcher({ url: settings.databaseUrl, log }) : idle;
  const context = await createContext(settings, {
    exporters: noExporters(),
    whatIf: null,
    clock,
    log,
    dispatcher,
    ...overrides,
  });
  if (workers) await context.start();
  else await loadPeople(context.pool, settings.company);
  const server = await listen({ app: createApp(context), port: 0 });
  return {
    context,
    database,
    server,
    clock,
    call: (method, path, { body, token } = {}) =>
      fetch(`${server.url}${path}`, {
        method,
        headers: {
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    tokenOf: (personId) => createToken(context.pool, { holder: { personId }, label: 'test' }),
    async close() {
      await server.close();
      await dispatcher.close();
      await context.close();
      await database.close();
    },
  };
}
