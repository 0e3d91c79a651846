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

/** Waits for the plan that answers the scenario's alert, and not for that of another alert. */
export async function waitForPlan({ api, known, rootKpis, timeoutMs, abort }: WaitOptions): Promise<Incident> {
  return poll({
    what: `an alert on ${rootKpis.join(' or ')} to become a plan`,
    timeoutMs,
    abort,
    ask: async () => {
      for (const { id, origin, planId, kpiIds } of await api.get(RECENT, z.array(CoordinationEvent))) {
        const isOurs = origin === 'alert' && !known.has(id) && kpiIds.some((kpi) => rootKpis.includes(kpi));
        if (!isOurs || planId === null) continue;
        const plan = await api.get(`/plans/${planId}`, Plan);
        if (plan.actions.length === 0) continue;
        return { plan, event: await api.get(`/coordination/events/${id}`, CoordinationEventDetail) };
      }
      return undefined;
    },
  });
}
