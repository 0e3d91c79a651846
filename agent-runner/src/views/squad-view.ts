import { agents, kpiIds, kpis, squadIds, squads, type AgentId, type KpisResponse, type SquadId } from '@ai-cos/catalog';
import type { Db } from '@ai-cos/service-kit';
import type { AgentState, SquadView } from '../contract/index.ts';
import { noRecord, trackRecords } from './track-record.ts';

interface SquadFacts {
  openEventIds: string[];
  openPlanIds: string[];
  pendingActions: number;
}

export async function squadViews(db: Db, readings: KpisResponse | undefined): Promise<SquadView[]> {
  const states = await agentStates(db);
  const records = await trackRecords(db, 'squad_id');
  const views: SquadView[] = [];
  for (const id of squadIds) {
    const { name, mission, lead, members } = squads[id];
    views.push({
      id,
      name,
      mission,
      lead,
      members: [lead, ...members].map((agent) => ({
        id: agent,
        name: agents[agent].name,
        state: states.get(agent) ?? 'active',
      })),
      kpis: kpisOfSquad(id, readings),
      ...(await factsOf(db, id)),
      trackRecord: records.get(id) ?? noRecord,
    });
  }
  return views;
}

function kpisOfSquad(squad: SquadId, readings: KpisResponse | undefined): SquadView['kpis'] {
  return kpiIds
    .filter((id) => kpis[id].squad === squad)
    .map((id) => {
      const reading = readings?.kpis.find((candidate) => candidate.id === id && candidate.store === null);
      return { id, score: reading?.score ?? null, status: reading?.status ?? 'undefined' };
    });
}

async function factsOf(db: Db, id: SquadId): Promise<SquadFacts> {
  const { rows } = await db.query<SquadFacts>(
    `SELECT coalesce(array_agg(e.id ORDER BY e.created_at DESC), '{}') AS "openEventIds",
            coalesce(array_agg(e.plan_id ORDER BY e.created_at DESC) FILTER (WHERE e.plan_id IS NOT NULL), '{}') AS "openPlanIds",
            (SELECT count(*)::int FROM ai_cos_actions a WHERE a.squad_id = $1 AND a.state = 'pending_approval') AS "pendingActions"
       FROM ai_cos_coordination_events e WHERE e.closed_at IS NULL AND $1 = ANY (e.squad_ids)`,
    [id]
  );
  return rows[0] ?? { openEventIds: [], openPlanIds: [], pendingActions: 0 };
}

async function agentStates(db: Db): Promise<Map<AgentId, AgentState>> {
  const { rows } = await db.query<{ id: AgentId; state: AgentState }>(
    'SELECT agent_id AS id, state FROM ai_cos_agent_state'
  );
  return new Map(rows.map(({ id, state }) => [id, state]));
}
