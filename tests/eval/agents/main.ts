import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { dayOf } from '@ai-cos/demo';
import { defaultOptions, type CoordinationOptions } from '../../../agent-runner/src/coordination/types.ts';
import { print } from '../print.ts';
import { makeCases, type EvalCase } from './cases.ts';
import { startEvalCluster, type EvalCluster } from './eval-cluster.ts';
import { runQuiet } from './quiet-run.ts';
import { caseTable, quietText, summaryTable, targets } from './report.ts';
import { runCase } from './run-case.ts';
import { scoreCase, summarise, type CaseScore, type Summary } from './score.ts';
import { variants } from './variants.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    scenarios: { type: 'string', default: '12' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', multiple: true, default: [] },
    quiet: { type: 'string', default: '60' },
    ablation: { type: 'boolean', default: false },
  },
});

async function runCases(
  cluster: EvalCluster,
  cases: readonly EvalCase[],
  options: CoordinationOptions
): Promise<CaseScore[]> {
  const scores: CaseScore[] = [];
  for (const one of cases) {
    const score = scoreCase(one, await runCase(cluster, one, options));
    scores.push(score);
    print(
      `${score.name}: ${score.detected ? `root ${score.firstRoots.join(', ')}; ${score.firstActions.join(', ')}` : 'not detected'}`
    );
  }
  return scores;
}

const seed = Number(values.seed);
const cases = makeCases(Number(values.scenarios), seed, values.only);
print('Every figure below is about a simulated company.');
const cluster = await startEvalCluster({ seed, endDay: dayOf('2026-10-05'), months: 27 });
try {
  const scores = await runCases(cluster, cases, defaultOptions);
  const summaries: [string, Summary][] = [['all', summarise(scores)]];
  if (values.ablation) {
    for (const [name, options] of Object.entries(variants)) {
      if (name === 'all') continue;
      print(`\n${name}`);
      summaries.push([name, summarise(await runCases(cluster, cases, options))]);
    }
  }
  const quietDays = Number(values.quiet);
  const quiet = quietDays > 0 ? await runQuiet(cluster, quietDays, defaultOptions) : null;
  print(`\n${caseTable(scores)}\n\n${summaryTable(summaries)}`);
  if (quiet !== null) print(quietText(quiet));
  if (values.json !== undefined) {
    await writeFile(values.json, `${JSON.stringify({ seed, targets, scores, summaries, quiet }, null, 2)}\n`);
  }
} finally {
  await cluster.close();
}
