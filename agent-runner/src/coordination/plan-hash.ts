import { digestOf } from '../actions/digest.ts';
import type { Draft } from './types.ts';

/** Same input, catalog and rows give the same hash: content only, no ids and no wall time. Late analyses change it and are noted. */
export function planHash(draft: Draft): string {
  const { input, rootCauses, relevance, squadIds, findings, candidates, resolutions, priorities, steps, votes, notes } =
    draft;
  return digestOf({
    event: {
      type: input.eventType,
      source: input.sourceAgentId,
      kpis: input.kpiIds,
      severity: input.severity,
      asOf: input.asOf,
    },
    rootCauses,
    relevance: relevance.map(({ agentId, score, speaks }) => ({ agentId, score, speaks })),
    squadIds,
    findings: findings.map(({ proposals, ...finding }) => finding),
    actions: candidates,
    resolutions,
    priorities,
    steps,
    votes,
    notes,
  });
}
