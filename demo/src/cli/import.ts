import { Command } from 'commander';
import { importOlist } from '../importers/olist/import.ts';
import { print } from '../print.ts';
import { withPool } from './with-pool.ts';

export function importCommand(): Command {
  const olist = new Command('olist')
    .description('load the nine CSV files of the Olist data set into an empty database, in their own currency (BRL)')
    .argument('<folder>')
    .action((folder: string) =>
      withPool(async (pool) => {
        const result = await importOlist(pool, folder);
        for (const [name, count] of Object.entries(result.rows)) print(`${name.padEnd(12)} ${String(count)}`);
        print(`currency ${result.currency}; start exporters and runner with AICOS_CLOCK=fixed:${result.lastOrderAt}`);
      })
    );
  return new Command('import').description('load a real data set instead of the simulation').addCommand(olist);
}
