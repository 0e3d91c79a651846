import { DomainError } from '@ai-cos/service-kit';
import { Router } from 'express';
import { z } from 'zod';
import { readPending } from '../world/commands.ts';
import { moveLevers, type BackOffice } from './context.ts';
import { effectRoute } from './effect-route.ts';

const variants: Readonly<Record<string, readonly string[]>> = { 'checkout-version': ['stable', 'candidate'] };

/** Feature flags of the shop. */
export function flagsRouter(office: BackOffice): Router {
  const router = Router();
  router.get('/:key', async (request, response) => {
    const { key } = request.params;
    response.json({ key, variant: await variantOf(office, key), variants: variants[key], simulated: true });
  });
  effectRoute(router, office, {
    path: '/:key',
    body: z.strictObject({ variant: z.string().min(1) }),
    async run(db, { variant }, params) {
      const key = params['key'] ?? '';
      const previousVariant = await variantOf(office, key);
      if (variants[key]?.includes(variant) !== true) {
        throw new DomainError(
          'invalid_request',
          `Flag ${key} has the variants ${(variants[key] ?? []).join(', ')}, not "${variant}".`
        );
      }
      await moveLevers(db, [{ kind: 'flag', key, variant }]);
      return { key, variant, previousVariant };
    },
  });
  return router;
}

async function variantOf(office: BackOffice, key: string): Promise<string> {
  if (variants[key] === undefined) throw new DomainError('not_found', `There is no flag "${key}".`, { status: 404 });
  let variant = office.state().flags[key] ?? 'stable';
  for (const lever of (await readPending(office.reads)).levers)
    if (lever.kind === 'flag' && lever.key === key) ({ variant } = lever);
  return variant;
}
