import type { CompanionQuery } from '../sql/library.ts';
import type { Ask } from '../sources/source.ts';
import { blindFeeds, readFeeds } from './feeds.ts';
import { finite } from './measurement.ts';

export interface CompanionValue {
  readonly name: string;
  readonly value: number;
}

/** The last values of the figures beside the KPIs; one without fresh feeds or data has none. */
export interface Companions {
  refresh(ask: Ask, asOf: Date): Promise<void>;
  values(): readonly CompanionValue[];
  clear(): void;
}

export function createCompanions(queries: readonly CompanionQuery[]): Companions {
  let current: readonly CompanionValue[] = [];
  return {
    async refresh(ask, asOf) {
      const feeds = await readFeeds(ask);
      const next: CompanionValue[] = [];
      for (const { name, feeds: needed, statement } of queries) {
        if (blindFeeds(needed, feeds, asOf).length > 0) continue;
        const [row] = await ask(statement, { as_of: asOf.toISOString() });
        const value = finite(row?.['value']);
        if (value !== null) next.push({ name, value });
      }
      current = next;
    },
    values: () => current,
    clear() {
      current = [];
    },
  };
}
