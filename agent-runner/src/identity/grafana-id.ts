import { createRemoteJWKSet, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import type { IdentityIssuer } from '../config/config.ts';

const REFRESH_MS = 3_600_000;

/** Verified claims of `X-Grafana-Id`. */
const GrafanaClaims = z.object({
  sub: z.string(),
  type: z.string(),
  identifier: z.string().min(1),
  role: z.string().optional(),
  name: z.string().optional(),
  username: z.string().optional(),
  authenticatedBy: z.string().optional(),
});
export type GrafanaClaims = z.infer<typeof GrafanaClaims>;

export interface GrafanaIdVerifier {
  /** The claims of a valid token; throws for any other. */
  verify(token: string): Promise<GrafanaClaims>;
  close(): void;
}

export function grafanaIdVerifier(
  { issuer, audiences, keysUrl }: IdentityIssuer,
  keys: JWTVerifyGetKey & { reload?: () => Promise<void> } = remoteKeys(keysUrl)
): GrafanaIdVerifier {
  // Known keys outlive an outage of Grafana, so a fresh set is fetched in the background instead of on expiry.
  const timer = setInterval(() => {
    keys.reload?.().catch(() => undefined);
  }, REFRESH_MS);
  timer.unref();
  return {
    async verify(token) {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience: audiences,
        algorithms: ['ES256'],
        typ: 'jwt',
        clockTolerance: 30,
        requiredClaims: ['exp', 'sub', 'iat'],
        maxTokenAge: '10m',
      });
      return GrafanaClaims.parse(payload);
    },
    close() {
      clearInterval(timer);
    },
  };
}

function remoteKeys(keysUrl: string) {
  return createRemoteJWKSet(new URL(keysUrl), { cacheMaxAge: Infinity, timeoutDuration: 3_000 });
}
