import type { ActionTypeRecord } from '../schema/action-type.ts';

/** What most calls to a back office share: the target honours and answers for idempotency keys, a dry run is simulated. */
export const viaBackOffice = {
  version: 1,
  connector: 'http',
  idempotency: { targetHonoursKey: true, queryByKey: true },
  dryRun: 'simulated',
  modes: ['safe', 'assisted', 'auto-drive'],
  expiresInMinutes: 240,
  ratePerHour: 12,
  precheck: null,
} as const satisfies Partial<ActionTypeRecord>;

/** What work for a person shares: nothing runs by itself, undoing it is another task. */
export const asHumanTask = {
  version: 1,
  connector: 'human-task',
  system: 'none',
  reversible: 'compensable',
  compensation: 'work.undo',
  compensationParams: { what: '{title}', because: 'the effect was harmful or no longer wanted' },
  precheck: null,
  postcheck: { kind: 'receipt' },
  idempotency: { targetHonoursKey: true, queryByKey: true },
  dryRun: 'simulated',
  modes: ['assisted'],
  expiresInMinutes: 1440,
  ratePerHour: 20,
  blast: null,
  amountParam: null,
} as const satisfies Partial<ActionTypeRecord>;
