import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { ConsoleConfig } from './config/env.ts';
import { signIdentity } from './identity/identity-token.ts';
import type { Persona } from './identity/personas.ts';
import { personaOfRequest } from './identity/session.ts';
import { loadSigningKey } from './identity/signing-key.ts';
import { refusalOf } from './origin-guard.ts';
import { createPluginProxy, proxyPrefix } from './proxy/plugin-proxy.ts';
import { BodyError } from './request-body.ts';
import { sendJson, sendText } from './respond.ts';
import { switchPersona, switchTheme, themeOf } from './routes/session-routes.ts';
import { sendPublic, type AssetFolders } from './static/assets.ts';
import { bootPage } from './static/boot-page.ts';
import { installedPlugins, settingsOf } from './static/plugins.ts';

export interface ConsoleOptions {
  config: ConsoleConfig;
  distFolder: string;
  assets: AssetFolders;
  nowSeconds: () => number;
  grafanaVersion: string;
}

export interface ConsoleServer {
  server: Server;
  /** Where the browser reaches it; also the issuer of its tokens. */
  url: string;
}

type Handler = (request: IncomingMessage, response: ServerResponse, persona: Persona) => void | Promise<void>;

/** The console's own writes. */
const commands: Record<string, (request: IncomingMessage, response: ServerResponse) => Promise<void>> = {
  '/console/session': switchPersona,
  '/console/theme': switchTheme,
};

const settingsPath = /^\/api\/plugins\/([\w-]+)\/settings$/;

async function createHandler(options: ConsoleOptions, issuer: () => string): Promise<Handler> {
  const { config, distFolder, assets, nowSeconds, grafanaVersion } = options;
  const plugins = installedPlugins(distFolder);
  const app = plugins.get('aicos-app');
  if (app === undefined) {
    throw new Error(`${distFolder} holds no aicos-app: build it with npm run build -w grafana-plugin`);
  }
  const key = await loadSigningKey(config.stateFolder);
  const apiUrl = config.runnerUrl.href.replace(/\/$/, '');
  const roles = app.json.roles ?? [];
  const proxy = createPluginProxy({
    routes: app.json.routes ?? [],
    roles,
    settings: { jsonData: { apiUrl }, secureJsonData: { apiToken: config.pluginToken } },
    identityOf: (persona) => signIdentity(persona, key, issuer(), nowSeconds()),
  });
  const panelIds = [...plugins.keys()].filter((id) => id !== 'aicos-app').sort();

  function sendSettings(response: ServerResponse, id: string): void {
    const plugin = plugins.get(id);
    if (plugin === undefined) {
      sendJson(response, 404, { message: `no plugin ${id}` });
      return;
    }
    sendJson(response, 200, settingsOf(plugin, apiUrl));
  }

  function answerGet(response: ServerResponse, path: string, page: () => string): void {
    const settingsId = settingsPath.exec(path)?.[1];
    if (settingsId !== undefined) {
      sendSettings(response, settingsId);
    } else if (path === '/api/signing-keys/keys') {
      sendJson(response, 200, key.publicSet);
    } else if (path === '/healthz') {
      sendJson(response, 200, { status: 'ok' });
    } else if (path.startsWith('/public/')) {
      sendPublic(response, path, assets, plugins);
    } else if (path.startsWith('/api/')) {
      sendJson(response, 404, { message: `the console has no ${path}` });
    } else {
      sendText(response, 200, 'text/html', page());
    }
  }

  return function handle(request, response, persona) {
    const [path = '/'] = (request.url ?? '/').split('?');
    if (path.startsWith(proxyPrefix)) {
      return proxy(request, response, persona);
    }
    const command = request.method === 'POST' ? commands[path] : undefined;
    if (command !== undefined) {
      return command(request, response);
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return sendJson(response, 404, { message: `nothing takes ${request.method ?? ''} ${path}` });
    }
    return answerGet(response, path, () =>
      bootPage({ persona, theme: themeOf(request), roles, panelIds, version: grafanaVersion })
    );
  };
}

function answerFailure(response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const isClientMistake = error instanceof BodyError || error instanceof SyntaxError;
  sendJson(response, isClientMistake ? 400 : 500, { message: error instanceof Error ? error.message : String(error) });
}

function listen(server: Server, port: number, bind: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, bind, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

export async function startConsole(options: ConsoleOptions): Promise<ConsoleServer> {
  const { config } = options;
  let issuer = config.issuer ?? '';
  const handle = await createHandler(options, () => issuer);
  const server = createServer((request, response) => {
    const refusal = refusalOf(request, config.bind);
    if (refusal !== undefined) {
      sendJson(response, 403, { message: refusal });
      return;
    }
    Promise.resolve(handle(request, response, personaOfRequest(request))).catch((error: unknown) =>
      answerFailure(response, error)
    );
  });
  const port = await listen(server, config.port, config.bind);
  issuer = config.issuer ?? `http://127.0.0.1:${port}/`;
  return { server, url: issuer };
}
