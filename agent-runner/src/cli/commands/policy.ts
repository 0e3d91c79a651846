import { loadYamlFile } from '@ai-cos/service-kit';
import type { Command } from 'commander';
import type { CliEnvironment } from '../../config/env.ts';
import { defaultPolicy, Policy } from '../../governance/policy.ts';
import { PolicyCases, verdictOf } from '../../governance/policy-cases.ts';
import { print, printTable } from '../print.ts';

export function addPolicy(program: Command, env: CliEnvironment): void {
  program
    .command('policy')
    .description('the policy in AICOS_POLICY_FILE, or the one that ships')
    .command('test <cases>')
    .description('print the verdict of every case of a YAML file; ends with 1 when one is not as expected')
    .action((file: string) => {
      const policy = env.AICOS_POLICY_FILE === undefined ? defaultPolicy : loadYamlFile(env.AICOS_POLICY_FILE, Policy);
      const { cases } = loadYamlFile(file, PolicyCases);
      const rows: string[][] = [];
      let wrong = 0;
      for (const policyCase of cases) {
        const verdict = verdictOf(policy, policyCase);
        const asExpected = policyCase.expect === undefined || policyCase.expect === verdict;
        if (!asExpected) wrong += 1;
        rows.push([policyCase.name, verdict, asExpected ? 'ok' : `expected ${policyCase.expect ?? ''}`]);
      }
      printTable([['case', 'verdict', 'check'], ...rows]);
      print(`${String(cases.length - wrong)} as expected, ${String(wrong)} not`);
      if (wrong > 0) process.exitCode = 1;
    });
}
