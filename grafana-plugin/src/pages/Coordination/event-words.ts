import type { CoordinationEvent } from '@ai-cos/agent-runner/contract';

type State = Pick<CoordinationEvent, 'status' | 'closedAt' | 'recovering'>;

/** Where an event stands, for people. */
export function eventStateWord({ status, closedAt, recovering }: State): string {
  if (closedAt !== null) {
    return 'Closed';
  }
  if (recovering) {
    return 'Cure has run, recovering';
  }
  switch (status) {
    case 'pending':
      return 'Waiting for its plan';
    case 'coordinating':
      return 'Plan being made';
    case 'completed':
      return 'Plan made, open';
    case 'failed':
      return 'No plan could be made';
  }
}
