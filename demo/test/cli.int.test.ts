import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCompany, type CompanyDatabase } from './_harness/company-database.ts';

const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));

interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

function demo(args: string[], databaseUrl: string): Promise<Outcome> {
  return new Promise((resolve) => {
    const env = { PATH: '/usr/bin:/bin', AICOS_DEMO_DATABASE_URL: databaseUrl };
    execFile(process.execPath, [main, ...args], { env }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code ?? 1), stdout, stderr });
    });
  });
}

describe('the command line', () => {
  let seeded: CompanyDatabase;
  let foreign: CompanyDatabase;
  let ours: string;
  let theirs: string;
  beforeAll(async () => {
    seeded = await openCompany('seeded');
    foreign = await openCompany('empty');
    await foreign.pool.query('CREATE TABLE invoices (id int)');
    ours = seeded.database.url('company_owner');
    theirs = foreign.database.url('company_owner');
  });
  afterAll(async () => {
    await seeded[Symbol.asyncDispose]();
    await foreign[Symbol.asyncDispose]();
  });

  test('starts a scenario as a drill and puts its disturbances on record', async () => {
    const { code, stdout } = await demo(['scenario', 'stock-out', '--seed', '3', '--set', 'products=40'], ours);

    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      scenario: 'stock-out',
      drill: true,
      seed: 3,
      parameters: { products: 40 },
    });
    const { rows } = await seeded.pool.query(`SELECT count(*)::int AS n FROM twin.commands WHERE kind = 'disturbance'`);
    expect(rows).toEqual([{ n: 2 }]);
  });

  test('refuses an unknown scenario and lists the known ones', async () => {
    const { code, stderr } = await demo(['scenario', 'flood'], ours);
    expect(code).toBe(1);
    expect(stderr).toMatch(/no scenario "flood".*stock-out.*warehouse-full/);
  });

  test('refuses an unknown parameter by name', async () => {
    const { code, stderr } = await demo(['scenario', 'stock-out', '--set', 'colour=red'], ours);
    expect(code).toBe(1);
    expect(stderr).toContain('colour');
  });

  test.each(['scenario stock-out', 'migrate', 'seed'])('%s refuses the database of somebody else', async (command) => {
    const { code, stderr } = await demo(command.split(' '), theirs);
    expect(code).not.toBe(0);
    expect(stderr).toMatch(/demo/);
    const { rows } = await foreign.pool.query(
      `SELECT nspname FROM pg_namespace WHERE nspname IN ('shop', 'twin', 'demo')`
    );
    expect(rows).toEqual([]);
  });

  test('does not seed twice', async () => {
    expect(await demo(['seed'], ours)).toMatchObject({ code: 0, stdout: 'the history is already there\n' });
  });

  test('names the variable that is missing', async () => {
    const { code, stderr } = await demo(['migrate'], '');
    expect(code).toBe(1);
    expect(stderr).toContain('AICOS_DEMO_DATABASE_URL');
  });
});
