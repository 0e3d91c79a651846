import type { Command } from 'commander';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { compareAnchors } from '../../audit/compare-anchors.ts';
import { exportAudit } from '../../audit/export.ts';
import { verifyAudit } from '../../audit/verify.ts';
import type { CliEnvironment } from '../../config/env.ts';
import { withDatabase } from '../database.ts';
import { print } from '../print.ts';

const Anchor = z.object({ seq: z.number(), hash: z.string() });

export function addAudit(program: Command, env: CliEnvironment): void {
  const audit = program.command('audit').description('the audit log, read from the database itself');
  audit
    .command('verify')
    .description('check the chain and name the exact place where it was changed')
    .option('--anchors <file>', 'heads that were written outside the database')
    .action(({ anchors }: { anchors?: string }) =>
      withDatabase(env, async (pool) => {
        const result = await verifyAudit(pool);
        print(JSON.stringify(result));
        const lost = anchors === undefined ? null : await compareAnchors(pool, readAnchors(anchors));
        if (lost !== null) print(lost);
        if (!result.valid || lost !== null) process.exitCode = 1;
      })
    );
  audit
    .command('export')
    .description('the chain as JSON lines, oldest first')
    .action(() => withDatabase(env, (pool) => exportAudit(pool, print)));
}

function readAnchors(file: string): z.infer<typeof Anchor>[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Anchor.parse(JSON.parse(line)));
}
