import { CoordinationEvent, CoordinationEventDetail, Plan } from '@ai-cos/agent-runner/contract';
import { z } from 'zod';

import { poll } from './poll.ts';
import type { RunnerApi } from './runner-api.ts';

export type Incident = { event: CoordinationEventDetail; plan: Plan };

type WaitOptions = {
  api: RunnerApi;
  /** Ids of the events that were there before the incident. */
  known: ReadonlySet<string>;
  /** KPIs that the scenario disturbs first; any other alert is noise of a living company. */
  rootKpis: readonly string[];
  timeoutMs: number;
  abort: AbortSignal;
};

const RECENT = '/coordination/events?limit=50';

export async function knownEvents(api: RunnerApi): Promise<ReadonlySet<string>> {
  return new Set((await api.get(RECENT, z.array(CoordinationEvent))).map((event) => event.id));
}

/** Waits for the plan that answers the scenario's alert; a daily snapshot may have opened the event before the alert. */
export async function waitForPlan({ api, known, rootKpis, timeoutMs, abort }: WaitOptions): Promise<Incident> {
  return poll({
    what: `an alert on ${rootKpis.join(' or ')} to become a plan`,
    timeoutMs,
    abort,
    ask: async () => {
      for (const { id, planId, kpiIds } of await api.get(RECENT, z.array(CoordinationEvent))) {
        if (known.has(id) || planId === null || !kpiIds.some((kpi) => rootKpis.includes(kpi))) continue;
        const event = await api.get(`/coordination/events/${id}`, CoordinationEventDetail);
        const isAlerted = event.episodes.some(({ kpiId }) => kpiId !== null && rootKpis.includes(kpiId));
        const plan = await api.get(`/plans/${planId}`, Plan);
        if (isAlerted && event.status === 'completed' && plan.actions.length > 0) return { plan, event };
      }
      return undefined;
    },
  });
}
