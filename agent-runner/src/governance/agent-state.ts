import type { AgentId } from '@ai-cos/catalog';
import { inTransaction, type Clock, type Pool } from '@ai-cos/service-kit';
import { appendAudit } from '../audit/append.ts';
import type { AgentState } from '../contract/index.ts';
import { enqueueOutbox } from '../outbox/enqueue.ts';
import type { SettingsChange } from './change-mode.ts';

/** A paused agent is skipped on every path: it is not asked, and what it proposed is not carried out. */
export async function setAgentState(
  { pool, clock }: { pool: Pool; clock: Clock },
  { agentId, state }: { agentId: AgentId; state: AgentState },
  { reason, by, route }: SettingsChange
): Promise<void> {
  await inTransaction(pool, async (tx) => {
    const { rows } = await tx.query<{ rowVersion: number }>(
      `INSERT INTO ai_cos_agent_state AS s (agent_id, state, reason, changed_by) VALUES ($1, $2, $3, $4)
       ON CONFLICT (agent_id) DO UPDATE SET state = $2, reason = $3, changed_by = $4, changed_at = clock_timestamp(),
              row_version = s.row_version + 1 WHERE s.state <> $2
       RETURNING row_version AS "rowVersion"`,
      [agentId, state, reason, by]
    );
    const row = rows[0];
    if (row === undefined) return;
    await appendAudit(tx, {
      event: `agent.${state}`,
      ref: agentId,
      actor: by,
      route,
      asOf: clock.now(),
      detail: { reason },
    });
    await enqueueOutbox(tx, { topic: 'agent', ref: agentId, rowVersion: row.rowVersion });
  });
}
