import type { CompanyHistory } from '../history/company-history.ts';

const kept = new WeakMap<CompanyHistory, Map<string, unknown>>();

/** A figure of a history is computed once, however many levers ask for it; it goes with the history. */
export function remembered<T>(history: CompanyHistory, name: string, compute: () => T): T {
  const figures = kept.get(history) ?? new Map<string, unknown>();
  kept.set(history, figures);
  if (!figures.has(name)) figures.set(name, compute());
  return figures.get(name) as T;
}
