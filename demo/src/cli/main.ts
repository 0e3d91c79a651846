import { Command, CommanderError } from 'commander';
import { printError } from '../print.ts';
import { importCommand } from './import.ts';
import { migrateCommand } from './migrate.ts';
import { scenarioCommand } from './scenario.ts';
import { seedCommand } from './seed.ts';

const program = new Command('demo')
  .description('The simulated demo company: schema, history, incidents, import of real data sets.')
  .exitOverride()
  .addCommand(migrateCommand())
  .addCommand(seedCommand())
  .addCommand(scenarioCommand())
  .addCommand(importCommand());

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode;
  else {
    printError(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
