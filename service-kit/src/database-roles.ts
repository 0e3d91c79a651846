/** Every database role of an installation; they belong to the cluster and are created once, migrations only grant to them. */
export const DATABASE_ROLES = [
  'aicos_owner',
  'aicos_app',
  'company_owner',
  'company_reader',
  'company_effects',
] as const;
export type DatabaseRole = (typeof DATABASE_ROLES)[number];

/** The two databases, who owns each and who else may connect to it. */
export const DATABASES = {
  aicos: { owner: 'aicos_owner', users: ['aicos_app'] },
  company: { owner: 'company_owner', users: ['company_reader', 'company_effects'] },
} as const satisfies Record<string, { owner: DatabaseRole; users: readonly DatabaseRole[] }>;
export type DatabaseKind = keyof typeof DATABASES;
