import type { ActionTypeRecord, ConnectorKind } from '@ai-cos/catalog';

export type Parameters = Readonly<Record<string, unknown>>;

/** One effect asked of a target. `key` is the same for every attempt of a revision; `signal` ends the call before the lease does. */
export interface EffectRequest {
  readonly actionId: string;
  readonly type: ActionTypeRecord;
  readonly parameters: Parameters;
  readonly title: string;
  readonly description: string;
  readonly key: string;
  readonly signal: AbortSignal;
}

/** What the target answered; `response` is kept for the receipt and for the parameters of a compensation. */
export interface TargetAnswer {
  readonly reference: string | null;
  readonly summary: string;
  readonly response: unknown;
}

/**
 * What a call came to. `refused`: the target said no, for good. `retry`: surely not applied, try again.
 * `unclear`: it may have been applied (time-out, broken answer): ask by key before anything else.
 * `waiting`: a person has it now.
 */
export type EffectResult =
  | ({ readonly kind: 'done' } & TargetAnswer)
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'retry'; readonly reason: string; readonly afterMs?: number }
  | { readonly kind: 'unclear'; readonly reason: string }
  | { readonly kind: 'waiting'; readonly reference: string };

/** What the target says about a key it may have seen. */
export type Lookup =
  | ({ readonly kind: 'applied' } & TargetAnswer)
  | { readonly kind: 'absent' }
  | { readonly kind: 'cannot-tell'; readonly reason: string };

export interface Connector {
  readonly kind: ConnectorKind;
  /** The target applies a key at most once, so the same call may be sent again. */
  readonly honoursKey: boolean;
  /** Why the connector cannot serve this type here, or null when it can; such an action becomes a human task. */
  whyUnavailable(type: ActionTypeRecord): string | null;
  /** What would be done, without doing it. */
  dryRun(request: EffectRequest): Promise<string>;
  call(request: EffectRequest): Promise<EffectResult>;
  lookup(request: EffectRequest): Promise<Lookup>;
  /** The target's own rows the action touches, for the receipt; null when it has no read-back. */
  readBack(request: EffectRequest): Promise<Readonly<Record<string, unknown>> | null>;
}

export type Connectors = ReadonlyMap<ConnectorKind, Connector>;
