import type { ActionState } from '@ai-cos/agent-runner/contract';

/** A person must decide or look. */
export const waitingStates: readonly ActionState[] = ['pending_approval', 'unknown'];

/** Decided and on its way. */
export const runningStates: readonly ActionState[] = ['approved', 'executing', 'rolling_back', 'succeeded'];

/** It was carried out and has its verdict, or will have none. */
export const finishedStates: readonly ActionState[] = [
  'verified',
  'ineffective',
  'harmful',
  'unverifiable',
  'rolled_back',
  'failed',
];

/** It was never carried out. */
export const droppedStates: readonly ActionState[] = [
  'rejected',
  'changes_requested',
  'superseded',
  'expired',
  'cancelled',
  'simulated',
  'proposed',
];

export const decidedStates: readonly ActionState[] = [...runningStates, ...finishedStates, ...droppedStates];
