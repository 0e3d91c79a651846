import { createServer, type IncomingMessage, type Server } from 'node:http';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose';
import { startConsole, type ConsoleServer } from '../console/server/app.ts';
import { ensurePluginDist } from '../console/build/plugin-dist.ts';

const buildMilliseconds = 240_000;
const root = path.join(__dirname, '..');
const secret = 'a-secret-between-grafana-and-runner';
const received: Array<{ request: IncomingMessage; url: string }> = [];
const stateFolder = mkdtempSync(path.join(tmpdir(), 'aicos-console-'));
let runner: Server;
let consoleServer: ConsoleServer | undefined;

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
}

function call(target: string, init: RequestInit & { persona?: string } = {}): Promise<Response> {
  const { persona = 'viewer', headers, ...rest } = init;
  return fetch(`${consoleServer?.url ?? ''}${target}`, {
    ...rest,
    headers: { cookie: `aicos_console=${persona}`, ...headers },
  });
}

const proxied = 'api/plugin-proxy/aicos-app/api/ai-cos';

beforeAll(async () => {
  await ensurePluginDist();
  runner = createServer((request, response) => {
    received.push({ request, url: request.url ?? '' });
    if (request.url === '/api/ai-cos/stream') {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write('event: action\ndata: {"topic":"action"}\n\n');
      return;
    }
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end('{"ok":true}');
  });
  const port = await listen(runner);
  consoleServer = await startConsole({
    config: {
      port: 0,
      bind: '127.0.0.1',
      runnerUrl: new URL(`http://127.0.0.1:${port}`),
      pluginToken: secret,
      stateFolder,
      issuer: undefined,
    },
    distFolder: path.join(root, 'dist'),
    assets: { clientBundle: stateFolder, icons: stateFolder, fonts: stateFolder },
    nowSeconds: () => 1_800_000_000,
    grafanaVersion: '12.4.10',
  });
}, buildMilliseconds);

afterAll(async () => {
  for (const server of [consoleServer?.server, runner]) {
    await new Promise((resolve) => {
      server?.close(resolve);
      server?.closeAllConnections();
    });
  }
  rmSync(stateFolder, { recursive: true });
});

beforeEach(() => {
  received.length = 0;
});

describe('the console as plugin proxy', () => {
  it('adds the secret and a signed identity, and drops what the browser claims', async () => {
    const answer = await call(`${proxied}/me?a=1`, {
      persona: 'approver-a',
      headers: { 'x-grafana-id': 'forged', authorization: 'Bearer forged', 'x-grafana-user': 'admin' },
    });

    expect(answer.status).toBe(200);
    const [{ request, url }] = received as [{ request: IncomingMessage; url: string }];
    expect(url).toBe('/api/ai-cos/me?a=1');
    expect(request.headers.authorization).toBe(`Bearer ${secret}`);
    expect(request.headers.cookie).toBeUndefined();
    expect(request.headers['x-grafana-user']).toBeUndefined();
    const keys = (await (await call('api/signing-keys/keys')).json()) as JSONWebKeySet;
    const { payload } = await jwtVerify(String(request.headers['x-grafana-id']), createLocalJWKSet(keys), {
      issuer: consoleServer?.url,
      audience: 'org:1',
      algorithms: ['ES256'],
      typ: 'jwt',
      maxTokenAge: '10m',
      currentDate: new Date(1_800_000_000 * 1000),
    });
    expect(payload).toMatchObject({ identifier: 'approver-a', type: 'user', role: 'Editor' });
  });

  it('publishes no private part of its key', async () => {
    const text = await (await call('api/signing-keys/keys')).text();

    expect(text).toContain('"kty":"EC"');
    expect(text).not.toContain('"d":');
  });

  it('keeps a Viewer from the kill switch and lets an administrator through', async () => {
    const init = { method: 'PUT', body: '{}', headers: { 'content-type': 'application/json' } };

    expect((await call(`${proxied}/kill-switch`, { ...init, persona: 'viewer' })).status).toBe(403);
    expect((await call(`${proxied}/kill-switch`, { ...init, persona: 'admin' })).status).toBe(200);
    expect(received).toHaveLength(1);
  });

  it("lets a decision of a Viewer through: the right is the runner's to know", async () => {
    const answer = await call(`${proxied}/actions/a1/decisions`, { method: 'POST', body: '{}', persona: 'viewer' });

    expect(answer.status).toBe(200);
    expect(received[0]?.url).toBe('/api/ai-cos/actions/a1/decisions');
  });

  it('has no route for webhooks', async () => {
    const answer = await call(`${proxied}/webhooks/alertmanager`, { method: 'POST', body: '{}', persona: 'admin' });

    expect(answer.status).toBe(404);
    expect(received).toHaveLength(0);
  });

  it('passes events on while the stream is open', async () => {
    const answer = await call(`${proxied}/stream`);
    const reader = answer.body?.getReader();
    const first = await reader?.read();
    await reader?.cancel();

    expect(new TextDecoder().decode(first?.value)).toContain('event: action');
  });

  it('refuses a write that another site sends', async () => {
    const answer = await call(`${proxied}/actions/a1/decisions`, {
      method: 'POST',
      body: '{}',
      headers: { origin: 'http://evil.example' },
    });

    expect(answer.status).toBe(403);
    expect(received).toHaveLength(0);
  });
});

describe('the console as host', () => {
  it('serves each panel from its own folder, and a 404 for what is not there', async () => {
    const panel = await call('public/plugins/aicos-squad-panel/module.js');

    expect(await panel.text()).toBe(readFileSync(path.join(root, 'dist/panels/squad/module.js'), 'utf8'));
    expect((await call('public/plugins/aicos-squad-panel/other.js')).status).toBe(404);
    expect((await call('public/plugins/aicos-app/../../package.json')).status).toBe(404);
    expect((await call('public/plugins/aicos-app/..%2f..%2fpackage.json')).status).toBe(404);
  });

  it('never puts the secret into a page or a settings answer', async () => {
    for (const target of ['', 'api/plugins/aicos-app/settings']) {
      expect(await (await call(target, { persona: 'admin' })).text()).not.toContain(secret);
    }
  });

  it('signs nobody in whom it does not know', async () => {
    const headers = { 'content-type': 'application/json' };
    const refused = await call('console/session', { method: 'POST', headers, body: '{"persona":"root"}' });
    const accepted = await call('console/session', { method: 'POST', headers, body: '{"persona":"admin"}' });

    expect(refused.status).toBe(400);
    expect(accepted.headers.get('set-cookie')).toContain('SameSite=Strict');
  });
});
