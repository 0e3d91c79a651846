import type { Command } from 'commander';
import { z } from 'zod';
import type { CliEnvironment } from '../../config/env.ts';
import { ActionDetail, ActionSummary } from '../../contract/index.ts';
import { apiClient } from '../api-client.ts';
import { print, printTable } from '../print.ts';

export function addActions(program: Command, env: CliEnvironment): void {
  program
    .command('actions')
    .description('actions, by default those that wait for a decision')
    .option('--state <state>', 'state', 'pending_approval')
    .action(async ({ state }: { state: string }) => {
      const query = new URLSearchParams({ state, sort: 'urgency', limit: '100' });
      const actions = await apiClient(env).get(`/actions?${query.toString()}`, z.array(ActionSummary));
      const rows = actions.map(({ id, title, agentId, riskTier, approval }) => [
        id,
        riskTier,
        agentId,
        title,
        approval.missing ?? approval.whyNot ?? '',
      ]);
      printTable([['id', 'risk', 'agent', 'what', 'missing'], ...rows]);
    });
  program
    .command('action <id>')
    .description('an action with its evidence and history')
    .action(async (id: string) => {
      const action = await apiClient(env).get(`/actions/${id}`, ActionDetail);
      print(`${action.title} (${action.state})`);
      print(action.description);
      print(JSON.stringify(action.parameters, null, 2));
      for (const { detail } of action.findings) print(`- ${detail}`);
      printTable(action.timeline.map(({ at, event, actor, detail }) => [at, event, actor ?? '', detail ?? '']));
    });
}
