/** How a request came in; stored with every decision. */
export type Route = 'grafana' | 'console' | 'api' | 'cli' | 'webhook';

/** Who is asking, proven by a token. Only people decide. */
export type Actor =
  | {
      readonly kind: 'person';
      readonly personId: string;
      readonly name: string;
      readonly groups: readonly string[];
      readonly active: boolean;
      readonly route: Route;
      /** Verified claims, for the audit log. */
      readonly claims: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: 'service'; readonly name: string; readonly route: Route }
  | { readonly kind: 'anonymous'; readonly name: string; readonly route: Route };

/** The name an actor has in audit rows and requester sets. */
export function actorName(actor: Actor): string {
  switch (actor.kind) {
    case 'person':
      return actor.personId;
    case 'service':
      return `service:${actor.name}`;
    case 'anonymous':
      return 'anonymous';
  }
}

export function isAdmin(actor: Actor): boolean {
  return actor.kind === 'person' && actor.active && actor.groups.includes('admin');
}
