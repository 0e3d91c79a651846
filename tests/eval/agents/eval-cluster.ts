import { createPool, type Pool } from '@ai-cos/service-kit';
import { migrate as migrateShop, seedCompany } from '@ai-cos/demo';
import pg from 'pg';
import { migrate as migrateRunner } from '../../../agent-runner/src/db/migrate.ts';
import { createRunnerPool } from '../../../agent-runner/src/db/pool.ts';
import { startTestCluster } from '../../../stack/src/testing/test-cluster.ts';

/** A PostgreSQL of its own with one company and one runner database to copy from. */
export interface EvalCluster {
  /** A copy of the seeded company, for one case. */
  company(): Promise<CompanyDatabase>;
  /** A migrated runner database, for one case. */
  runner(): Promise<{ pool: Pool; close(): Promise<void> }>;
  close(): Promise<void>;
}

export interface CompanyDatabase {
  /** The twin's side: writes days. */
  readonly owner: Pool;
  /** What exporters and analyses see: no right on the twin's state. */
  readonly reader: Pool;
  readonly readerUrl: string;
  close(): Promise<void>;
}

export interface EvalClusterOptions {
  readonly seed: number;
  /** Last day of the history, exclusive; days from 1970. */
  readonly endDay: number;
  readonly months: number;
  /** Size of the company, 1 by default. */
  readonly scale?: number;
}

export async function startEvalCluster(options: EvalClusterOptions): Promise<EvalCluster> {
  const { cluster } = await startTestCluster();
  const url = (role: string, database: string): string =>
    `postgresql://${role}:${cluster.superuserPassword}@localhost:${String(cluster.port)}/${database}?host=${encodeURIComponent(cluster.socketFolder)}`;
  const admin = new pg.Client({ connectionString: cluster.superuserUrl() });
  await admin.connect();
  let copies = 0;

  async function create(owner: string, users: string, template?: string): Promise<string> {
    copies += 1;
    const name = `eval_${String(copies)}`;
    const source = template === undefined ? '' : `TEMPLATE ${template} STRATEGY FILE_COPY`;
    await admin.query(`CREATE DATABASE ${name} OWNER ${owner} ${source}`);
    await admin.query(`GRANT CONNECT ON DATABASE ${name} TO ${users}`);
    return name;
  }
  const drop = (name: string) => admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);

  const companyTemplate = await create('company_owner', 'company_reader, company_effects');
  await seedTemplate(url('company_owner', companyTemplate), options);
  const runnerTemplate = await create('aicos_owner', 'aicos_app');
  await migrateRunner(url('aicos_owner', runnerTemplate));

  return {
    async company() {
      const name = await create('company_owner', 'company_reader, company_effects', companyTemplate);
      const owner = createPool({ url: url('company_owner', name), applicationName: 'eval-twin', max: 3, onError });
      const readerUrl = url('company_reader', name);
      const reader = createPool({ url: readerUrl, applicationName: 'eval-analyses', max: 4, onError });
      const close = async (): Promise<void> => {
        await owner.end();
        await reader.end();
        await drop(name);
      };
      return { owner, reader, readerUrl, close };
    },
    async runner() {
      const name = await create('aicos_owner', 'aicos_app', runnerTemplate);
      const pool = createRunnerPool({ url: url('aicos_app', name), applicationName: 'eval-runner', max: 4, onError });
      const close = async (): Promise<void> => {
        await pool.end();
        await drop(name);
      };
      return { pool, close };
    },
    async close() {
      await admin.end();
      await cluster.stop();
    },
  };
}

async function seedTemplate(ownerUrl: string, { seed, endDay, months, scale = 1 }: EvalClusterOptions): Promise<void> {
  const pool = createPool({ url: ownerUrl, applicationName: 'eval-seed', onError });
  await migrateShop(pool);
  const plan = { seed, scale, endDay, months, sessionMonths: 4 };
  await seedCompany(pool, { plan, daySeconds: 20, onProgress: () => undefined });
  await pool.end();
}

/** Only idle connections of a copy that is being dropped end this way; a failing query throws where it is asked. */
function onError(): void {
  return;
}
