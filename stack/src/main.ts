import { Command } from 'commander';

import { aiCos } from './commands/ai-cos.ts';
import { check } from './commands/check.ts';
import { demo } from './commands/demo.ts';
import { importData } from './commands/import.ts';
import { keyValue, wholeNumber } from './commands/options.ts';
import { scenario } from './commands/scenario.ts';
import { start } from './commands/start.ts';
import { test } from './commands/test.ts';
import { tools } from './commands/tools.ts';
import { printError } from './print.ts';

const program = new Command('aicos').description('Starts, tests and checks AI-COS').enablePositionalOptions();

type ScenarioOptions = { seed: number; set: Record<string, string> };

function scenarioOptions(command: Command): Command {
  return command
    .option('--seed <number>', 'picks what is hit', wholeNumber, 1)
    .option('--set <key=value>', 'a parameter of the scenario, repeatable', keyValue, {});
}

program
  .command('start')
  .description('everything up, one address, until Ctrl-C')
  .action(() => run(start));
scenarioOptions(program.command('scenario'))
  .description('an incident in the simulated company that npm start keeps up')
  .argument('<name>')
  .action((name: string, options: ScenarioOptions) => run(() => scenario({ name, ...options })));
scenarioOptions(program.command('demo'))
  .description('proof from alert to verdict, without anybody at the keyboard')
  .option('--scenario <name>', 'which incident', 'stock-out')
  .action(({ scenario: name, ...options }: ScenarioOptions & { scenario: string }) =>
    run(() => demo({ name, ...options }))
  );
program
  .command('import')
  .description('a real data set into a database of its own')
  .argument('<dataset>', 'olist')
  .argument('<folder>', 'where its CSV files are')
  .action((dataset: string, folder: string) => run(() => importData(dataset, folder)));
program
  .command('ai-cos')
  .description('the command line of the runner, on the installation of this machine')
  .argument('[args...]')
  .allowUnknownOption()
  .passThroughOptions()
  .helpOption(false)
  .action((args: string[]) => run(() => aiCos(args)));
program
  .command('check')
  .description('format, lint, types, boundaries, dead code, generated files')
  .action(() => run(check));
program
  .command('test')
  .description('every test of every runner')
  .action(() => run(test));
program
  .command('tools')
  .description('fetches the programs that the tests start')
  .action(() => run(tools));

/** The one place where an error becomes a message and an exit code. */
async function run(command: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    printError(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}

await program.parseAsync();
