import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether a presented secret is one of the valid ones; takes the same time whichever byte differs. */
export function isOneOf(presented: string, valid: readonly string[]): boolean {
  let found = false;
  for (const secret of valid) {
    if (timingSafeEqual(sha256(presented), sha256(secret))) found = true;
  }
  return found;
}

export function sha256Hex(text: string): string {
  return sha256(text).toString('hex');
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** The token of `Authorization: Bearer …`, or undefined. */
export function bearerOf(header: string | undefined): string | undefined {
  return /^Bearer ([\x21-\x7e]+)$/i.exec(header ?? '')?.[1];
}
