import type { Command } from 'commander';
import type { CliEnvironment } from '../../config/env.ts';
import { replayEvent } from '../../coordination/replay.ts';
import { withDatabase } from '../database.ts';
import { print, printTable } from '../print.ts';

export function addReplay(program: Command, env: CliEnvironment): void {
  program
    .command('replay <event-id>')
    .description('makes the plan of an event again from what was recorded with it, without the company database')
    .action(async (eventId: string) => {
      const replay = await withDatabase(env, (pool) => replayEvent(pool, eventId));
      printTable([
        ['step', 'agent', 'action', 'what'],
        ...replay.draft.steps.map((step) => {
          const action = replay.draft.candidates.find((one) => one.key === step.key);
          return [String(step.order), action?.agentId ?? '', action?.actionType ?? '', action?.title ?? ''];
        }),
      ]);
      print(`stored hash   ${replay.storedHash}`);
      print(
        `replayed hash ${replay.hash}${replay.same ? ' (equal)' : ' (different: catalog, code or an analysis that was late)'}`
      );
      if (!replay.same) process.exitCode = 1;
    });
}
