import { join } from 'node:path';

import { ensureSecret } from '../os/secret-file.ts';

const NAMES = ['webhook-token', 'plugin-token', 'backoffice-token', 'restricted-token'] as const;
type SecretName = (typeof NAMES)[number];

/** The files with the secrets our own services share; generated on the first start. */
export function ensureSharedSecrets(folder: string): Record<SecretName, string> {
  const files: Partial<Record<SecretName, string>> = {};
  for (const name of NAMES) {
    const file = join(folder, name);
    ensureSecret(file);
    files[name] = file;
  }
  return files as Record<SecretName, string>;
}
