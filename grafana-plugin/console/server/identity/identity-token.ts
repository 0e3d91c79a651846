import { SignJWT } from 'jose';
import type { Persona } from './personas.ts';
import type { SigningKey } from './signing-key.ts';

export const tokenLifetimeSeconds = 600;

/** The claims of Grafana's `X-Grafana-Id`, so that the runner's real verification runs end to end. */
export function signIdentity(persona: Persona, key: SigningKey, issuer: string, nowSeconds: number): Promise<string> {
  return new SignJWT({
    identifier: persona.id,
    type: 'user',
    namespace: 'default',
    username: persona.login,
    email: persona.email,
    email_verified: true,
    name: persona.name,
    authenticatedBy: 'console',
    role: persona.orgRole,
  })
    .setProtectedHeader({ alg: 'ES256', typ: 'jwt', kid: key.kid })
    .setIssuer(issuer)
    .setAudience(['org:1'])
    .setSubject(`user:${persona.userId}`)
    .setIssuedAt(nowSeconds)
    .setExpirationTime(nowSeconds + tokenLifetimeSeconds)
    .sign(key.privateKey);
}
