import { eventTypeIds } from '@ai-cos/catalog';
import type { Command } from 'commander';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { CliEnvironment } from '../../config/env.ts';
import { CoordinationEvent, CoordinationEventDetail, Plan, Snapshot } from '../../contract/index.ts';
import { apiClient, type ApiClient } from '../api-client.ts';
import { print, printTable } from '../print.ts';

const WAIT_SECONDS = 60;

export function addEvents(program: Command, env: CliEnvironment): void {
  program
    .command('simulate <type>')
    .description(`open a drill (${eventTypeIds.join(', ')})`)
    .option('--agent <agent>', 'agent that reports it', 'ia-ceo')
    .option('--data <json>', 'facts that override the database for this event', '{}')
    .action(async (type: string, { agent, data }: { agent: string; data: string }) => {
      const api = apiClient(env);
      const body = { type, sourceAgentId: agent, data: JSON.parse(data) as unknown };
      const event = await api.send('POST', '/events/simulate', body, CoordinationEventDetail);
      await printPlan(api, await planned(api, event.id));
    });
  program
    .command('orchestrate')
    .description('take a snapshot, open events for what it found and wait for their plans')
    .action(async () => {
      const api = apiClient(env);
      const snapshot = await api.send('POST', '/snapshots', { source: 'orchestrate' }, Snapshot);
      print(`Health ${String(snapshot.globalHealth)} as of ${snapshot.createdAsOf}`);
      const open = await api.get('/coordination/events?open=true&limit=100', z.array(CoordinationEvent));
      for (const { id } of open) {
        const event = await planned(api, id);
        print(`${event.eventType}: ${event.title} (${event.status}, ${String(event.actionsTriggered)} actions)`);
      }
      if (open.length === 0) print('Nothing is off target without a plan.');
    });
}

/** Waits until the runner has made the plan. */
async function planned(api: ApiClient, id: string): Promise<CoordinationEventDetail> {
  for (let waited = 0; ; waited += 1) {
    const event = await api.get(`/coordination/events/${id}`, CoordinationEventDetail);
    if (event.status === 'completed' || event.status === 'failed' || waited >= WAIT_SECONDS) return event;
    await pause(1_000);
  }
}

async function printPlan(api: ApiClient, event: CoordinationEvent): Promise<void> {
  print(`${event.title}: ${event.status}`);
  if (event.planId === null) return;
  const plan = await api.get(`/plans/${event.planId}`, Plan);
  print(plan.summary);
  printTable(plan.actions.map(({ agentId, title, state, id }) => [agentId, title, state, id]));
}
