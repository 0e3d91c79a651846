import type { Company } from '@ai-cos/catalog';
import { failureReason } from '../sources/failure.ts';
import type { Source } from '../sources/source.ts';
import { defaultCurrency, fileRates, readCurrency, type Money } from './money.ts';

/** The reporting currency of the company, read from its database unless the company file states one. */
export interface CurrencyKeeper {
  /** Reads it anew; throws while it was never known and the database does not answer. */
  readonly money: () => Promise<Money>;
  /** As last known; EUR before anything is known. */
  readonly current: () => string;
}

export interface CurrencyOptions {
  readonly source: Source;
  readonly company: Company;
  readonly stated: string | undefined;
}

export function createCurrencyKeeper({ source, company, stated }: CurrencyOptions): CurrencyKeeper {
  const rates = fileRates(company);
  let known = stated;
  return {
    async money() {
      if (stated === undefined) known = await readKnown(source, known);
      return { currency: known ?? defaultCurrency, fileRates: rates };
    },
    current: () => known ?? defaultCurrency,
  };
}

async function readKnown(source: Source, known: string | undefined): Promise<string> {
  try {
    return await source.reading(readCurrency);
  } catch (error) {
    // A company without the table reports in the default currency; a database that is away keeps the last one.
    if (failureReason(error) === 'query_failed') return known ?? defaultCurrency;
    if (known === undefined) throw error;
    return known;
  }
}
