import type { Command } from 'commander';
import { randomUUID } from 'node:crypto';
import type { CliEnvironment } from '../../config/env.ts';
import { ActionDetail, type DecisionVerdict } from '../../contract/index.ts';
import { apiClient } from '../api-client.ts';
import { print } from '../print.ts';

const COMMANDS: readonly { name: string; verdict: DecisionVerdict; description: string }[] = [
  { name: 'approve', verdict: 'approve', description: 'approve an action as the person of the token' },
  { name: 'reject', verdict: 'reject', description: 'reject an action; needs --reason' },
  { name: 'request-changes', verdict: 'request_changes', description: 'send an action back; needs --reason' },
];

export function addDecisions(program: Command, env: CliEnvironment): void {
  for (const { name, verdict, description } of COMMANDS) {
    program
      .command(`${name} <action>`)
      .description(description)
      .option('--reason <reason>', 'why')
      .option('--digest <digest>', 'digest of what you were shown; default: what the runner shows now')
      .action(async (id: string, { reason, digest }: { reason?: string; digest?: string }) => {
        const api = apiClient(env);
        const shown = digest ?? (await api.get(`/actions/${id}`, ActionDetail)).digest;
        const body = { verdict, digest: shown, idempotencyKey: randomUUID(), ...(reason !== undefined && { reason }) };
        const action = await api.send('POST', `/actions/${id}/decisions`, body, ActionDetail);
        print(
          `${action.title}: ${action.state}${action.approval.missing === null ? '' : `, missing ${action.approval.missing}`}`
        );
      });
  }
}
