import type { KpiId } from '@ai-cos/catalog';
import type { RunbookText } from '../runbook-text.ts';
import { businessRunbooks } from './business.ts';
import { expansionRunbooks } from './expansion.ts';
import { financeRunbooks } from './finance.ts';
import { logisticsRunbooks } from './logistics.ts';
import { marketingRunbooks } from './marketing.ts';
import { operationsRunbooks } from './operations.ts';
import { productRunbooks } from './product.ts';
import { supportRunbooks } from './support.ts';
import { techRunbooks } from './tech.ts';
import { uxRunbooks } from './ux.ts';

/** A KPI without a runbook does not compile. */
export const runbookTexts: Readonly<Record<KpiId, RunbookText>> = {
  ...techRunbooks,
  ...businessRunbooks,
  ...uxRunbooks,
  ...expansionRunbooks,
  ...marketingRunbooks,
  ...financeRunbooks,
  ...logisticsRunbooks,
  ...productRunbooks,
  ...supportRunbooks,
  ...operationsRunbooks,
};
