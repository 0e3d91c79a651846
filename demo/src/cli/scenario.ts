import { DomainError } from '@ai-cos/service-kit';
import { Command, InvalidArgumentError } from 'commander';
import { print } from '../print.ts';
import { scenarioNamed, scenarios } from '../scenarios/list.ts';
import { startDrill } from '../scenarios/start.ts';
import { requireMarker } from '../schema/marker.ts';
import { loadWorld } from '../world/store.ts';
import { withPool } from './with-pool.ts';

export function scenarioCommand(): Command {
  return new Command('scenario')
    .description('start an incident of the simulated company as a drill; without a name: list them')
    .argument('[name]')
    .option('--seed <number>', 'picks the victims', wholeNumber, 1)
    .option('--set <key=value...>', 'parameters of the scenario', pair, {})
    .action(async (name: string | undefined, options: { seed: number; set: Record<string, string> }) => {
      if (name === undefined) {
        for (const scenario of scenarios) print(`${scenario.name.padEnd(20)} ${scenario.title}`);
        return;
      }
      scenarioNamed(name);
      await withPool(async (pool) => {
        await requireMarker(pool, 'twin');
        const world = await loadWorld(pool, 'company');
        if (world === null)
          throw new DomainError('not_seeded', 'The demo company has no history yet; run "seed" first.');
        print(JSON.stringify(await startDrill(pool, world.state, { name, ...options }), null, 2));
      });
    });
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) throw new InvalidArgumentError('write a whole number of at least 0');
  return value;
}

function pair(text: string, previous: Record<string, string>): Record<string, string> {
  const [key, ...rest] = text.split('=');
  if (key === undefined || key === '' || rest.length === 0) throw new InvalidArgumentError('write key=value');
  return { ...previous, [key]: rest.join('=') };
}
