import {
  actionTypeIds,
  actionTypes,
  agentIds,
  agents,
  ownedKpis,
  squadsOf,
  watchedKpis,
  type AgentId,
} from '@ai-cos/catalog';
import type { Db } from '@ai-cos/service-kit';
import { capabilities } from '../agents/registry.ts';
import type { AgentDetail, AgentView } from '../contract/index.ts';
import { noRecord, trackRecords } from './track-record.ts';

interface AgentFacts {
  state: AgentView['state'];
  reason: string | null;
  lastSpokeAt: Date | null;
  findings: number;
  insufficient: number;
}

export async function agentViews(db: Db): Promise<AgentView[]> {
  const [facts, records] = [await factsOf(db), await trackRecords(db, 'agent_id')];
  return agentIds.map((id) => viewOf(id, facts.get(id), records.get(id) ?? noRecord));
}

function viewOf(id: AgentId, facts: AgentFacts | undefined, trackRecord: AgentView['trackRecord']): AgentView {
  const { name, pole, mission, expertise } = agents[id];
  return {
    id,
    name,
    pole,
    mission,
    expertise: [...expertise],
    squads: squadsOf(id),
    owns: ownedKpis(id),
    watches: watchedKpis(id),
    analyses: capabilities[id].map((capability) => ({ id: capability.id, title: capability.title })),
    playbooks: actionTypeIds
      .filter((type) => actionTypes[type].agents.includes(id))
      .map((type) => ({ id: type, title: actionTypes[type].title })),
    state: facts?.state ?? 'active',
    stateReason: facts?.reason ?? null,
    trackRecord,
    health: healthOf(facts),
    lastSpokeAt: facts?.lastSpokeAt?.toISOString() ?? null,
  };
}

/** Judged by its latest analyses: all of them without enough data means the company's tables lack something. */
function healthOf(facts: AgentFacts | undefined): AgentView['health'] {
  if (facts === undefined || facts.findings === 0) return 'ok';
  return facts.insufficient === facts.findings ? 'not_enough_data' : 'ok';
}

async function factsOf(db: Db): Promise<Map<AgentId, AgentFacts>> {
  const { rows } = await db.query<AgentFacts & { id: AgentId }>(
    `SELECT wanted.id, coalesce(s.state, 'active') AS state, s.reason, spoke.at AS "lastSpokeAt",
            coalesce(f.findings, 0) AS findings, coalesce(f.insufficient, 0) AS insufficient
       FROM unnest($1::text[]) AS wanted (id)
       LEFT JOIN ai_cos_agent_state s ON s.agent_id = wanted.id
       LEFT JOIN LATERAL (SELECT max(created_at) AS at FROM ai_cos_relevance r
                           WHERE r.agent_id = wanted.id AND r.speaks) AS spoke ON true
       LEFT JOIN LATERAL (
         SELECT count(*)::int AS findings, count(*) FILTER (WHERE NOT sufficient)::int AS insufficient FROM (
           SELECT sufficient FROM ai_cos_findings WHERE agent_id = wanted.id ORDER BY created_at DESC LIMIT 5) AS last
       ) AS f ON true`,
    [agentIds]
  );
  return new Map(rows.map(({ id, ...facts }) => [id, facts]));
}

export async function agentDetail(db: Db, id: AgentId): Promise<AgentDetail | undefined> {
  const view = (await agentViews(db)).find((agent) => agent.id === id);
  if (view === undefined) return undefined;
  const findings = await db.query<{ id: string; eventId: string; title: string; severity: string; at: Date }>(
    `SELECT id, event_id AS "eventId", title, severity, created_at AS at FROM ai_cos_findings
      WHERE agent_id = $1 ORDER BY created_at DESC LIMIT 20`,
    [id]
  );
  const actions = await db.query<{ id: string }>(
    'SELECT id FROM ai_cos_actions WHERE agent_id = $1 ORDER BY created_at DESC LIMIT 20',
    [id]
  );
  const relevance = await db.query<{ eventId: string; score: number; speaks: boolean; reason: string; at: Date }>(
    `SELECT event_id AS "eventId", score::float8, speaks, reason, created_at AS at FROM ai_cos_relevance
      WHERE agent_id = $1 ORDER BY created_at DESC LIMIT 20`,
    [id]
  );
  return {
    ...view,
    recentFindings: findings.rows.map((row) => ({ ...row, at: row.at.toISOString() })),
    recentActionIds: actions.rows.map((row) => row.id),
    recentRelevance: relevance.rows.map((row) => ({ ...row, at: row.at.toISOString() })),
  };
}
