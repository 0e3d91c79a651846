import { DomainError, type Db } from '@ai-cos/service-kit';
import type { IncomingHttpHeaders } from 'node:http';
import type { RunnerConfig } from '../config/config.ts';
import { findPerson, personOfIdentity, rememberAdmin, type PersonRow } from '../people/repository.ts';
import type { Actor, Route } from './actor.ts';
import type { GrafanaClaims, GrafanaIdVerifier } from './grafana-id.ts';
import { bearerOf, isOneOf } from './secret.ts';
import { tokenHolder } from './tokens.ts';

export interface Authenticator {
  /** Who is asking; throws a refusal with a stable code for credentials that do not hold. */
  actorOf(headers: IncomingHttpHeaders): Promise<Actor>;
}

export interface AuthenticatorOptions {
  db: Db;
  config: Pick<RunnerConfig, 'pluginTokens' | 'openDemo' | 'hasPeopleFile' | 'identityIssuer'>;
  verifier: GrafanaIdVerifier | undefined;
}

/** Three ways in: Grafana's proxy (secret and signed identity), a person's own token, a service's token. */
export function createAuthenticator({ db, config, verifier }: AuthenticatorOptions): Authenticator {
  return {
    async actorOf(headers) {
      const token = bearerOf(headers.authorization);
      const grafanaId = single(headers['x-grafana-id']);
      if (token === undefined) {
        if (grafanaId !== undefined)
          throw refusal('proxy_secret_missing', 'A Grafana identity counts only with the secret of the proxy.');
        if (headers.authorization !== undefined)
          throw refusal('token_malformed', 'Use Authorization: Bearer <token>.', 401);
        return { kind: 'anonymous', name: 'anonymous', route: 'api' };
      }
      if (isOneOf(token, config.pluginTokens)) return throughProxy(grafanaId);
      return byToken(token, single(headers['x-aicos-client']) === 'cli' ? 'cli' : 'api');
    },
  };

  async function throughProxy(grafanaId: string | undefined): Promise<Actor> {
    if (grafanaId === undefined) {
      throw refusal('identity_missing', 'Grafana sent no signed identity: turn on identity forwarding (idForwarding).');
    }
    const claims = await verified(grafanaId);
    const route: Route = claims.authenticatedBy === 'console' ? 'console' : 'grafana';
    if (route === 'console' && !config.openDemo) {
      throw refusal(
        'console_not_allowed',
        'The console decides only for a simulated company on a loopback address. Use Grafana, the API or the CLI.'
      );
    }
    if (claims.type !== 'user') return { kind: 'service', name: `${claims.type}:${claims.identifier}`, route };
    const person = await personOf(claims, route);
    return person === undefined
      ? { kind: 'service', name: `unnamed:${claims.identifier}`, route }
      : personActor(person, route, { sub: claims.sub, role: claims.role ?? null, identifier: claims.identifier });
  }

  async function verified(grafanaId: string): Promise<GrafanaClaims> {
    if (verifier === undefined) throw refusal('issuer_unknown', 'GRAFANA_URL is not set: no identity can be verified.');
    try {
      return await verifier.verify(grafanaId);
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'unreadable';
      throw refusal('identity_invalid', `The signed identity does not hold: ${reason}.`);
    }
  }

  async function personOf(claims: GrafanaClaims, route: Route): Promise<PersonRow | undefined> {
    const issuer = config.identityIssuer?.issuer;
    const spellings = [
      route,
      ...(issuer === undefined || route === 'console' ? [] : [issuer, issuer.replace(/\/$/, '')]),
    ];
    if (config.hasPeopleFile) return personOfIdentity(db, spellings, claims.identifier);
    if (claims.role !== 'Admin') return undefined;
    return rememberAdmin(db, `${route}-${claims.identifier}`, claims.name ?? claims.username ?? claims.identifier);
  }

  async function byToken(token: string, route: Route): Promise<Actor> {
    const holder = await tokenHolder(db, token);
    if (holder === undefined) throw refusal('token_unknown', 'The token is unknown, revoked or expired.', 401);
    if (holder.service !== null) return { kind: 'service', name: holder.service, route };
    const person = holder.personId === null ? undefined : await findPerson(db, holder.personId);
    if (person === undefined) throw refusal('token_unknown', 'The person of this token does not exist.', 401);
    return personActor(person, route, {});
  }
}

function personActor(person: PersonRow, route: Route, claims: Readonly<Record<string, unknown>>): Actor {
  const { id, name, groups, active } = person;
  return { kind: 'person', personId: id, name, groups, active, route, claims };
}

function refusal(code: string, detail: string, status = 403): DomainError {
  return new DomainError(code, detail, { status });
}

function single(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}
