import { loadCompany } from '@ai-cos/service-kit';
import type { Command } from 'commander';
import type { CliEnvironment } from '../../config/env.ts';
import { createToken, revokeTokens } from '../../identity/tokens.ts';
import { loadPeople } from '../../people/load-people.ts';
import { findPerson, listPeople } from '../../people/repository.ts';
import { withDatabase } from '../database.ts';
import { print, printTable } from '../print.ts';

export function addPeople(program: Command, env: CliEnvironment): void {
  const people = program.command('people').description('people of the company file and their tokens');
  people
    .command('list')
    .description('who may decide what')
    .action(() =>
      withDatabase(env, async (pool) => {
        const rows = (await listPeople(pool)).map(({ id, name, groups, active, absentUntil }) => [
          id,
          name,
          groups.join(', ') || '-',
          active ? (absentUntil === null ? 'active' : `away until ${absentUntil}`) : 'inactive',
        ]);
        printTable([['id', 'name', 'groups', 'state'], ...rows]);
      })
    );
  people
    .command('load')
    .description('read AICOS_COMPANY_FILE into the people tables')
    .action(() =>
      withDatabase(env, async (pool) => {
        const company = loadCompany(env.AICOS_COMPANY_FILE);
        await loadPeople(pool, company);
        print(`${String(company.people.length)} people loaded`);
      })
    );
  people
    .command('token <person>')
    .description('make a personal token; it is shown once')
    .option('--days <days>', 'days until it ends', Number)
    .option('--label <label>', 'what it is for', 'command line')
    .action((personId: string, { days, label }: { days?: number; label: string }) =>
      withDatabase(env, async (pool) => {
        if ((await findPerson(pool, personId)) === undefined)
          throw new Error(`The people file names no "${personId}".`);
        print(await createToken(pool, { holder: { personId }, label, ...(days !== undefined && { days }) }));
      })
    );
  people
    .command('service-token <name>')
    .description('make a token for a service; services read and open events, they never decide')
    .action((service: string) =>
      withDatabase(env, async (pool) => {
        print(await createToken(pool, { holder: { service }, label: 'service' }));
      })
    );
  people
    .command('revoke <holder>')
    .description('end every token of a person or service')
    .action((holder: string) =>
      withDatabase(env, async (pool) => {
        print(`${String(await revokeTokens(pool, holder))} tokens revoked`);
      })
    );
}
