import { Command } from 'commander';
import { readCliEnvironment } from '../config/env.ts';
import { VERSION } from '../version.ts';
import { addActions } from './commands/actions.ts';
import { addAudit } from './commands/audit.ts';
import { addBacktest } from './commands/backtest.ts';
import { addDecisions } from './commands/decide.ts';
import { addEvents } from './commands/events.ts';
import { addEvidence } from './commands/evidence.ts';
import { addGovernance } from './commands/governance.ts';
import { addNotify } from './commands/notify.ts';
import { addPeople } from './commands/people.ts';
import { addPolicy } from './commands/policy.ts';
import { addReplay } from './commands/replay.ts';
import { addSnapshot } from './commands/snapshot.ts';
import { print } from './print.ts';

const env = readCliEnvironment();
const program = new Command('ai-cos').description('AI-COS on the command line').version(VERSION);
for (const add of [
  addActions,
  addDecisions,
  addEvents,
  addGovernance,
  addPeople,
  addSnapshot,
  addNotify,
  addAudit,
  addPolicy,
  addEvidence,
  addReplay,
  addBacktest,
]) {
  add(program, env);
}

try {
  await program.parseAsync();
} catch (error) {
  print(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
