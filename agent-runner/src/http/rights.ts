import { DomainError } from '@ai-cos/service-kit';
import type { Right } from '../contract/index.ts';

/** Ends the request with the reason a right is missing. */
export function assertRight({ allowed, whyNot }: Right): void {
  if (!allowed) throw new DomainError('not_allowed', whyNot ?? 'You may not do this.', { status: 403 });
}
