import { readFileSync } from 'node:fs';
import path from 'node:path';

export interface ConsoleConfig {
  port: number;
  bind: string;
  runnerUrl: URL;
  /** Secret the runner expects from Grafana's plugin proxy; never leaves this process towards the browser. */
  pluginToken: string;
  stateFolder: string;
  /** Token issuer, with the trailing slash Grafana puts there; derived from the port when absent. */
  issuer: string | undefined;
}

function required(env: NodeJS.ProcessEnv, name: string, hint: string): string {
  const value = env[name];
  if (value === undefined || value === '') {
    throw new Error(`${name} is not set: ${hint}`);
  }
  return value;
}

function portOf(env: NodeJS.ProcessEnv): number {
  const text = env['AICOS_UI_PORT'] ?? '3000';
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error(`AICOS_UI_PORT is "${text}": give a port number from 0 (any free one) to 65535`);
  }
  return port;
}

function urlOf(name: string, text: string): URL {
  if (!URL.canParse(text)) {
    throw new Error(`${name} is "${text}": give an address such as http://127.0.0.1:8787`);
  }
  return new URL(text);
}

function secretFrom(file: string): string {
  const secret = readFileSync(file, 'utf8').trim();
  if (secret === '') {
    throw new Error(`AICOS_PLUGIN_TOKEN_FILE names ${file}, which is empty: write the shared secret into it`);
  }
  return secret;
}

export function readConfig(env: NodeJS.ProcessEnv): ConsoleConfig {
  const tokenFile = required(env, 'AICOS_PLUGIN_TOKEN_FILE', 'name the file with the secret shared with agent-runner');
  const issuer = env['AICOS_UI_URL'];
  return {
    port: portOf(env),
    bind: env['AICOS_BIND'] ?? '127.0.0.1',
    runnerUrl: urlOf('AICOS_RUNNER_URL', env['AICOS_RUNNER_URL'] ?? 'http://127.0.0.1:8787'),
    pluginToken: secretFrom(tokenFile),
    stateFolder: path.join(env['AICOS_HOME'] ?? '.aicos', 'console'),
    issuer: issuer === undefined ? undefined : new URL('/', urlOf('AICOS_UI_URL', issuer)).href,
  };
}

export function processEnvironment(): NodeJS.ProcessEnv {
  return process.env;
}
