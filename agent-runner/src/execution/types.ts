import type { Clock, Logger, Pool } from '@ai-cos/service-kit';
import type { Connectors, EffectRequest } from '../connectors/connector.ts';
import type { Dispatcher } from '../dispatch/dispatcher.ts';
import type { Policy } from '../governance/policy.ts';
import type { ClaimedAction } from './claim.ts';

/** Forecasts from before the effect, stored with the action; best effort, null when the exporters do not answer. */
export type BaselineOfAction = (action: ClaimedAction) => Promise<unknown>;

export interface ExecutionOptions {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly log: Logger;
  readonly connectors: Connectors;
  readonly installation: string;
  readonly policy: Pick<Policy, 'caps' | 'breaker'>;
  readonly dispatcher: Pick<Dispatcher, 'send'>;
  readonly baseline: BaselineOfAction;
  /** The check before the call; false stops the action. */
  readonly precheck: (effect: EffectRequest) => Promise<boolean | null>;
  readonly leaseSeconds?: number;
}
