import type { Command } from 'commander';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { CliEnvironment } from '../../config/env.ts';
import { Snapshot } from '../../contract/index.ts';
import { apiClient } from '../api-client.ts';
import { print } from '../print.ts';

const Report = z.record(z.string(), z.unknown());

export function addSnapshot(program: Command, env: CliEnvironment): void {
  program
    .command('snapshot')
    .description('store the 40 KPIs now')
    .option('--source <file>', 'JSON report of an analysis whose figures replace those of the exporters')
    .action(async ({ source }: { source?: string }) => {
      const body = source === undefined ? {} : { source, report: readReport(source) };
      const snapshot = await apiClient(env).send('POST', '/snapshots', body, Snapshot);
      const defined = Object.values(snapshot.kpis).filter((value) => value !== null).length;
      print(`Snapshot ${snapshot.id}: ${String(defined)} of 40 KPIs, health ${String(snapshot.globalHealth)}`);
    });
}

function readReport(file: string): Record<string, unknown> {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file} is no readable JSON report`, { cause: error });
  }
  const parsed = Report.safeParse(content);
  if (!parsed.success) throw new Error(`${file} must hold one JSON object`);
  return parsed.data;
}
