import { Command } from 'commander';

import { check } from './commands/check.ts';
import { start } from './commands/start.ts';
import { test } from './commands/test.ts';
import { tools } from './commands/tools.ts';
import { printError } from './print.ts';

const program = new Command('aicos').description('Starts, tests and checks AI-COS');
program.command('start').description('everything up, one address, until Ctrl-C').action(run(start));
program.command('check').description('format, lint, types, boundaries, dead code, generated files').action(run(check));
program.command('tools').description('fetches what the tests start').action(run(tools));
program.command('test').description('every test of every runner').action(run(test));

/** The one place where an error becomes a message and an exit code. */
function run(command: () => Promise<number>): () => Promise<void> {
  return async () => {
    try {
      process.exitCode = await command();
    } catch (error) {
      printError(error instanceof Error ? error.message : String(error));
      process.exitCode = 1;
    }
  };
}

await program.parseAsync();
