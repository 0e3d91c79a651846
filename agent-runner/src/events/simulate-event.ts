import { eventTypes, kpiIds, kpis, kpisOf, squadIds, type Company, type KpiId } from '@ai-cos/catalog';
import { inTransaction, type Clock, type Pool } from '@ai-cos/service-kit';
import type { EventRequest } from '../contract/index.ts';
import type { Dispatcher } from '../dispatch/dispatcher.ts';
import type { Policy } from '../governance/policy.ts';
import { actorName, type Actor } from '../identity/actor.ts';
import type { TraceContext } from '../telemetry/tracing.ts';
import { openEvent } from './open-event.ts';

export interface RequestedEventOptions {
  pool: Pool;
  clock: Clock;
  company: Company;
  policy: Policy;
  dispatcher: Pick<Dispatcher, 'send'>;
}

/** Opens an event somebody asked for; a simulated one is a drill, so its starter may approve where the policy says so. */
export async function requestEvent(
  { pool, clock, company, policy, dispatcher }: RequestedEventOptions,
  request: EventRequest,
  { actor, origin, traceContext }: { actor: Actor; origin: 'simulated' | 'request'; traceContext: TraceContext }
): Promise<string> {
  const starter = actorName(actor);
  const drill = origin === 'simulated';
  const requesters = drill ? ['drill', ...(policy.drillStarterMayApprove ? [] : [starter])] : [starter];
  const concerned = request.kpiIds ?? kpisFor(request);
  return inTransaction(pool, (tx) =>
    openEvent(tx, dispatcher, {
      eventType: request.type,
      origin,
      sourceAgentId: request.sourceAgentId,
      severity: request.severity ?? 'high',
      title: `${eventTypes[request.type].label}: ${drill ? 'simulated event' : `asked for by ${starter}`}`,
      kpiIds: concerned,
      squadIds: squadIds.filter((id) => concerned.some((kpi) => kpis[kpi].squad === id)),
      eventData: request.data,
      requesters,
      simulated: drill || company.simulated,
      asOf: clock.now(),
      actor: starter,
      route: actor.route,
      traceContext,
    })
  );
}

/** KPIs of the event type that the reporting agent answers for, or all of the type when it answers for none. */
function kpisFor({ type, sourceAgentId }: EventRequest): KpiId[] {
  const ofType = kpiIds.filter((id) => kpis[id].eventType === type);
  const watched = kpisOf(sourceAgentId);
  const known = ofType.filter((id) => watched.includes(id));
  return known.length > 0 ? known : ofType;
}
