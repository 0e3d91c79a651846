import { generateKeyPair, SignJWT, type CryptoKey } from 'jose';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { grafanaIdVerifier, type GrafanaIdVerifier } from '../src/identity/grafana-id.ts';
import { createToken, revokeTokens } from '../src/identity/tokens.ts';
import { insertProposal } from './_harness/proposals.ts';
import { PLUGIN_TOKEN, startRunner, type TestRunner } from './_harness/runner.ts';

const ISSUER = { issuer: 'http://grafana.test/', audiences: ['org:1'], keysUrl: 'http://grafana.test/keys' };
/** Wall time of the token's clock: jose reads the real one. */
const wallSeconds = () => Math.floor((performance.timeOrigin + performance.now()) / 1000);

let runner: TestRunner;
let verifier: GrafanaIdVerifier;
let key: CryptoKey;
let foreignKey: CryptoKey;
beforeAll(async () => {
  const pair = await generateKeyPair('ES256');
  key = pair.privateKey;
  foreignKey = (await generateKeyPair('ES256')).privateKey;
  verifier = grafanaIdVerifier(ISSUER, () => Promise.resolve(pair.publicKey));
  runner = await startRunner({ config: { identityIssuer: ISSUER }, overrides: { verifier } });
});
afterAll(async () => {
  await runner.close();
});

interface TokenChanges {
  claims?: Record<string, unknown>;
  header?: { alg?: string; typ?: string };
  issuer?: string;
  audience?: string;
  issuedAt?: number;
  lifetime?: number;
  signedBy?: CryptoKey;
}

function grafanaId(changes: TokenChanges = {}): Promise<string> {
  const issuedAt = changes.issuedAt ?? wallSeconds();
  return new SignJWT({
    identifier: 'approver-a',
    type: 'user',
    role: 'Viewer',
    name: 'Ada',
    authenticatedBy: 'console',
    ...changes.claims,
  })
    .setProtectedHeader({ alg: 'ES256', typ: 'jwt', kid: 'id', ...changes.header })
    .setIssuer(changes.issuer ?? ISSUER.issuer)
    .setAudience([changes.audience ?? 'org:1'])
    .setSubject('user:3')
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + (changes.lifetime ?? 600))
    .sign(changes.signedBy ?? key);
}

async function me(headers: Record<string, string>, at: TestRunner = runner) {
  const response = await fetch(`${at.server.url}/api/ai-cos/me`, { headers });
  return { status: response.status, ...((await response.json()) as Record<string, unknown>) };
}

function proxied(token: string): Record<string, string> {
  return { authorization: `Bearer ${PLUGIN_TOKEN}`, 'x-grafana-id': token };
}

describe('through the proxy', () => {
  it('is the person of the people file, whatever role the token names', async () => {
    expect(await me(proxied(await grafanaId()))).toMatchObject({
      status: 200,
      personId: 'approver-a',
      kind: 'person',
      groups: ['pole:business', 'pole:expansion'],
    });
  });

  it.each([
    ['another signature', () => ({ signedBy: foreignKey })],
    ['another issuer', () => ({ issuer: 'http://grafana.test' })],
    ['another organisation', () => ({ audience: 'org:2' })],
    ['another type of token', () => ({ header: { typ: 'at+jwt' } })],
    ['an expired token', () => ({ issuedAt: wallSeconds() - 700 })],
    ['a token that is too old', () => ({ issuedAt: wallSeconds() - 700, lifetime: 3_600 })],
    ['a token of the future', () => ({ issuedAt: wallSeconds() + 120 })],
  ] as const)('refuses %s', async (_name, changes) => {
    expect(await me(proxied(await grafanaId(changes())))).toMatchObject({ status: 403, code: 'identity_invalid' });
  });

  it('refuses an unsigned token', async () => {
    const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const [, payload] = (await grafanaId()).split('.');

    expect(await me(proxied(`${encode({ alg: 'none', typ: 'jwt' })}.${payload!}.`))).toMatchObject({
      code: 'identity_invalid',
    });
  });

  it('refuses the secret without an identity and an identity without the secret', async () => {
    expect(await me({ authorization: `Bearer ${PLUGIN_TOKEN}` })).toMatchObject({
      status: 403,
      code: 'identity_missing',
    });
    expect(await me({ 'x-grafana-id': await grafanaId() })).toMatchObject({
      status: 403,
      code: 'proxy_secret_missing',
    });
    expect(await me({ authorization: 'Bearer wrong', 'x-grafana-id': await grafanaId() })).toMatchObject({
      status: 401,
      code: 'token_unknown',
    });
  });

  it('believes no name or role from an unsigned header', async () => {
    const headers = { ...proxied(await grafanaId({ claims: { identifier: 'viewer' } })), 'x-grafana-user': 'admin' };

    expect(await me(headers)).toMatchObject({ personId: 'viewer', groups: [] });
  });

  it.each([
    ['an admin of Grafana whom the people file does not name', { identifier: 'stranger', role: 'Admin' }],
    ['a service account', { type: 'service-account', identifier: 'admin' }],
    ['an anonymous visitor', { type: 'anonymous', identifier: 'admin' }],
    ['an API key', { type: 'api-key', identifier: 'admin' }],
  ])('never lets %s decide', async (_name, claims) => {
    const action = await insertProposal(runner.context.pool);
    const response = await fetch(`${runner.server.url}/api/ai-cos/actions/${action.id}/decisions`, {
      method: 'POST',
      headers: { ...proxied(await grafanaId({ claims })), 'content-type': 'application/json' },
      body: JSON.stringify({ verdict: 'approve', digest: action.digest, idempotencyKey: randomUUID() }),
    });

    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: 'services_never_decide' });
  });

  it('keeps the verified claims of a decision in the audit log', async () => {
    const action = await insertProposal(runner.context.pool);
    await fetch(`${runner.server.url}/api/ai-cos/actions/${action.id}/decisions`, {
      method: 'POST',
      headers: { ...proxied(await grafanaId()), 'content-type': 'application/json' },
      body: JSON.stringify({ verdict: 'approve', digest: action.digest, idempotencyKey: randomUUID() }),
    });

    const { rows } = await runner.context.pool.query<{ route: string; detail: Record<string, unknown> }>(
      `SELECT route, detail FROM ai_cos_audit_log WHERE ref = $1 AND event = 'decision.approve'`,
      [action.id]
    );
    expect(rows[0]).toMatchObject({
      route: 'console',
      detail: { claims: { identifier: 'approver-a', role: 'Viewer' } },
    });
  });
});

describe('a company of its own', () => {
  it('refuses the keys of the console and lets nobody read without a token', async () => {
    const own = await startRunner({
      config: { identityIssuer: ISSUER, openDemo: false },
      overrides: { verifier },
    });

    expect(await me(proxied(await grafanaId()), own)).toMatchObject({ status: 403, code: 'console_not_allowed' });
    expect(await me({}, own)).toMatchObject({ status: 401, code: 'token_required' });
    await own.close();
  });
});

describe('tokens', () => {
  it('are the person while they are valid', async () => {
    const token = await createToken(runner.context.pool, { holder: { personId: 'approver-b' }, label: 'test' });
    const before = await me({ authorization: `Bearer ${token}` });
    await revokeTokens(runner.context.pool, 'approver-b');

    expect(before).toMatchObject({ personId: 'approver-b' });
    expect(await me({ authorization: `Bearer ${token}` })).toMatchObject({ status: 401, code: 'token_unknown' });
  });

  it('end when their days are over', async () => {
    const token = await createToken(runner.context.pool, { holder: { personId: 'admin' }, label: 'test', days: -1 });

    expect(await me({ authorization: `Bearer ${token}` })).toMatchObject({ status: 401 });
  });

  it('of a service read but never decide', async () => {
    const token = await createToken(runner.context.pool, { holder: { service: 'ci' }, label: 'test' });
    const action = await insertProposal(runner.context.pool);
    const decision = await runner.call('POST', `/api/ai-cos/actions/${action.id}/decisions`, {
      token,
      body: { verdict: 'approve', digest: action.digest, idempotencyKey: randomUUID() },
    });

    expect(await me({ authorization: `Bearer ${token}` })).toMatchObject({ kind: 'service' });
    expect(await decision.json()).toMatchObject({ code: 'services_never_decide' });
  });

  it('are kept as hashes only', async () => {
    const token = await createToken(runner.context.pool, { holder: { personId: 'admin' }, label: 'test' });
    const { rows } = await runner.context.pool.query<{ found: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM ai_cos_tokens t WHERE t::text LIKE '%' || $1 || '%') AS found`,
      [token]
    );

    expect(rows).toEqual([{ found: false }]);
  });
});

describe('writes', () => {
  it('take JSON only, without fields that reach a prototype', async () => {
    const send = (body: string, type: string) =>
      fetch(`${runner.server.url}/api/ai-cos/events/simulate`, {
        method: 'POST',
        headers: { 'content-type': type },
        body,
      });

    expect((await send('type=x', 'application/x-www-form-urlencoded')).status).toBe(415);
    expect((await send('{"type":"STOCK_ALERT","data":{"__proto__":{}}}', 'application/json')).status).toBe(400);
    expect((await send('{"type":"NOPE","sourceAgentId":"ia-ceo"}', 'application/json')).status).toBe(422);
  });
});
