import type { Command } from 'commander';
import { writeFileSync } from 'node:fs';
import { listAudit } from '../../audit/list.ts';
import type { CliEnvironment } from '../../config/env.ts';
import { Plan } from '../../contract/index.ts';
import { apiClient } from '../api-client.ts';
import { withDatabase } from '../database.ts';
import { print } from '../print.ts';

export function addEvidence(program: Command, env: CliEnvironment): void {
  program
    .command('evidence <plan>')
    .description('one file for an auditor: plan, findings, decisions, receipts, verdicts and their audit entries')
    .option('--out <file>', 'where to write it')
    .action(async (planId: string, { out }: { out?: string }) => {
      const plan = await apiClient(env).get(`/plans/${planId}`, Plan);
      const audit = await withDatabase(env, async (pool) => {
        const refs = [plan.id, plan.eventId, ...plan.actions.map(({ id }) => id)];
        const entries = [];
        for (const ref of refs) entries.push(...(await listAudit(pool, { ref, limit: 500 })));
        return entries.sort((left, right) => Number(left.id) - Number(right.id));
      });
      const file = out ?? `evidence-${planId}.json`;
      writeFileSync(file, `${JSON.stringify({ plan, audit }, null, 2)}\n`);
      print(`${file}: ${String(plan.actions.length)} actions, ${String(audit.length)} audit entries`);
    });
}
