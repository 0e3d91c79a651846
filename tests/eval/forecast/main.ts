import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { absenceOf } from '../data-folder.ts';
import { print } from '../print.ts';
import type { BenchmarkSet } from './benchmark-set.ts';
import { loadJsonLines } from './json-lines.ts';
import { loadM4 } from './m4.ts';
import { loadNn5 } from './nn5.ts';
import { coveragePlot, owaPlot } from './plots.ts';
import { renderReport } from './report.ts';
import { reproducePublished, type Reproduction } from './reproduction.ts';
import { summarise, type SetSummary } from './summary.ts';
import { checkTargets } from './targets.ts';

const { values: options } = parseArgs({
  options: { data: { type: 'string' }, json: { type: 'string' }, help: { type: 'boolean' } },
});

function writeDoc(name: string, text: string): void {
  writeFileSync(fileURLToPath(new URL(`../../../docs/${name}`, import.meta.url)), text);
}

function evaluate(set: BenchmarkSet): SetSummary {
  const summary = summarise(set, (done) => {
    if (done % 100 === 0) print(`  ${set.name}: ${done} of ${set.series.length}`);
  });
  const { score, owa, smapeGain, coverage90 } = summary;
  print(
    `${set.name}: sMAPE ${score.smape.toFixed(3)}, MASE ${score.mase.toFixed(3)}, OWA ${owa.toFixed(3)}, sMAPE ${(100 * smapeGain).toFixed(1)} % below seasonal naive, 90 % interval covers ${(100 * coverage90).toFixed(1)} %`
  );
  return summary;
}

function publicSets(): { sets: BenchmarkSet[]; reproductions: Reproduction[] } {
  const sets: BenchmarkSet[] = [];
  const reproductions: Reproduction[] = [];
  for (const frequency of ['Weekly', 'Hourly'] as const) {
    const set = loadM4(frequency);
    if (!set) continue;
    sets.push(set);
    reproductions.push(...reproducePublished(set, frequency));
  }
  if (sets.length === 0) print(absenceOf('m4'));
  else print('the harness reproduces the published Naive2, SES and sNaive scores');
  const nn5 = loadNn5();
  if (nn5) sets.push(nn5);
  else print(absenceOf('nn5'));
  return { sets, reproductions };
}

function main(): void {
  if (options.help) {
    print('npm run eval:forecast -- [--data FILE] [--json FILE]   FILE: JSON lines {id, period, train, test}');
    return;
  }
  const given = options.data === undefined ? undefined : loadJsonLines(options.data);
  const { sets, reproductions } = given ? { sets: [given], reproductions: [] } : publicSets();
  const summaries = sets.map(evaluate);
  const checks = summaries.flatMap(checkTargets);
  for (const { subject, measured, wanted, met } of checks) {
    print(`${met ? 'met   ' : 'MISSED'} ${subject}: ${measured.toFixed(3)} (${wanted})`);
  }
  if (options.json !== undefined)
    writeFileSync(options.json, JSON.stringify({ reproductions, summaries, checks }, null, 1));
  if (!given && summaries.length === 3) {
    writeDoc('eval-forecast.md', renderReport({ reproductions, summaries, checks }));
    writeDoc('eval-forecast-owa.svg', owaPlot(summaries));
    writeDoc('eval-forecast-coverage.svg', coveragePlot(summaries));
    print('report: docs/eval-forecast.md');
  }
}

main();
