import type { Me } from '@ai-cos/agent-runner/contract';
import { useMe } from './me.ts';

const unknownCompany = { name: '', simulated: false, currency: null, timeZone: 'UTC' };

export type CompanyFacts = Omit<Me['company'], 'currency'> & { currency: string | null };

export function useCompany(): CompanyFacts {
  return useMe().data?.company ?? unknownCompany;
}
