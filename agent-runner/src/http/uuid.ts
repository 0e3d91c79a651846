import { DomainError } from '@ai-cos/service-kit';
import { z } from 'zod';

const Uuid = z.uuid();

/** The id in a path; anything else names nothing. */
export function uuidOf(text: unknown): string {
  const parsed = Uuid.safeParse(text);
  if (!parsed.success) throw new DomainError('not_found', 'The path carries no valid id.', { status: 404 });
  return parsed.data;
}
