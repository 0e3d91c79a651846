import { targetSystems, type TargetSystem } from '@ai-cos/catalog';
import type { HttpTarget } from './http-connector.ts';

/** One back office that stands for all vendors' systems, as the demo company has it. */
export function backofficeTargets(
  backoffice: { readonly url: string; readonly token: string } | undefined
): Partial<Record<TargetSystem, HttpTarget>> {
  if (backoffice === undefined) return {};
  const target: HttpTarget = { baseUrl: backoffice.url.replace(/\/$/, ''), token: backoffice.token };
  const vendors = targetSystems.filter((system) => system !== 'none' && system !== 'shop');
  return Object.fromEntries(vendors.map((system) => [system, target]));
}
