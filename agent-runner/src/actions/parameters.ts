import { actionTypes, type ActionTypeId } from '@ai-cos/catalog';
import { DomainError } from '@ai-cos/service-kit';
import { blastOf } from './blast.ts';

/** Parameters as the catalog's schema reads them, within the blast limit; throws a refusal naming the field. */
export function checkedParameters(
  type: ActionTypeId,
  parameters: Readonly<Record<string, unknown>>
): Record<string, unknown> {
  const record = actionTypes[type];
  const parsed = record.params.safeParse(parameters);
  if (!parsed.success) {
    const fields = parsed.error.issues.map(({ path, message }) => ({
      field: path.map(String).join('.'),
      reason: message,
    }));
    const detail = fields.map(({ field, reason }) => `${field || '(parameters)'}: ${reason}`).join('; ');
    throw new DomainError('parameters_invalid', `The parameters do not fit ${type}: ${detail}.`, { extra: { fields } });
  }
  const touched = record.blast === null ? 0 : blastOf(record.blast, parsed.data);
  if (record.blast !== null && touched > record.blast.max) {
    const { metric, max, unit } = record.blast;
    throw new DomainError(
      'blast_limit',
      `The ${metric} would be ${String(touched)} ${unit}; at most ${String(max)} may be touched by one action.`
    );
  }
  return parsed.data;
}
