import type { Db } from '@ai-cos/service-kit';
import type { Finding } from '../contract/index.ts';

export async function findingsOfPlan(db: Db, planId: string): Promise<Finding[]> {
  return findings(db, 'plan_id = $1', planId);
}

export async function findingsById(db: Db, ids: readonly string[]): Promise<Finding[]> {
  return findings(db, 'id = ANY ($1)', ids);
}

async function findings(db: Db, condition: string, value: unknown): Promise<Finding[]> {
  const { rows } = await db.query<Finding>(
    `SELECT id, agent_id AS "agentId", analysis, kpi_ids AS "kpiIds", severity, title, detail, sufficient, evidence
       FROM ai_cos_findings WHERE ${condition} ORDER BY created_at, id`,
    [value]
  );
  return rows;
}
