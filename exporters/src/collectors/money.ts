import type { Company } from '@ai-cos/catalog';
import { bindNames } from '../sql/parameters.ts';
import type { Ask } from '../sources/source.ts';

/** The reporting currency and the exchange rates of the company file, in the form the queries take. */
export interface Money {
  readonly currency: string;
  readonly fileRates: string;
}

export function fileRates(company: Company): string {
  return JSON.stringify(company.exchangeRates.map(({ currency, on, rate }) => ({ currency, rate_on: on, rate })));
}

const settingsQuery = bindNames('SELECT currency_code FROM company_settings LIMIT 1');
export const defaultCurrency = 'EUR';

/** The currency of `company_settings`, EUR without a row. */
export async function readCurrency(ask: Ask): Promise<string> {
  const [row] = await ask<{ currency_code: string }>(settingsQuery, {});
  return row?.currency_code ?? defaultCurrency;
}
