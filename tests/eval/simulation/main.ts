import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { print } from '../print.ts';
import { barChart } from '../svg-bars.ts';
import { evaluateWorld } from './evaluate-world.ts';
import { renderReport } from './report.ts';
import { scorecard, type Scorecard } from './scorecard.ts';
import type { WorldPlan } from './twin-world.ts';

const { values: options } = parseArgs({
  options: {
    json: { type: 'string' },
    worlds: { type: 'string', default: '6' },
    'per-type': { type: 'string', default: '13' },
  },
});

/** Published seeds; the last days of the histories are spread over the year. */
const worlds: readonly WorldPlan[] = [401, 402, 403, 404, 405, 406].map((seed, index) => ({
  seed,
  endDay: 20_470 + 61 * index,
  months: 15,
}));

function checksOf({ all }: Scorecard, settings: number) {
  return [
    { subject: 'settings', measured: settings, wanted: '≥ 300', met: settings >= 300 },
    {
      subject: 'sign right where the effect is clear',
      measured: all.signRight,
      wanted: '≥ 0.95',
      met: all.signRight >= 0.95,
    },
    { subject: 'median error below "no change"', measured: all.gain, wanted: '≥ 0.40', met: all.gain >= 0.4 },
    {
      subject: 'share inside the 80 % interval',
      measured: all.coverage,
      wanted: '0.72–0.88',
      met: all.coverage >= 0.72 && all.coverage <= 0.88,
    },
  ];
}

function writeDoc(name: string, text: string): void {
  writeFileSync(fileURLToPath(new URL(`../../../docs/${name}`, import.meta.url)), text);
}

function errorPlot({ all, byType }: Scorecard): string {
  const bars = [...byType, all].flatMap(({ name, medianError, medianEffect }) => [
    { label: `${name}: no change`, value: medianEffect, highlighted: false },
    { label: `${name}: engine`, value: medianError, highlighted: true },
  ]);
  return barChart({
    title: 'Median absolute error of the predicted effect',
    axis: 'per cent of the level of the node; simulated companies',
    bars,
    marks: [],
  });
}

function main(): void {
  const chosen = worlds.slice(0, Number(options.worlds));
  const results = chosen.map((plan) => {
    const result = evaluateWorld(plan, Number(options['per-type']), (done) => {
      if (done % 26 === 0) print(`  company ${plan.seed}: ${done} settings`);
    });
    return result;
  });
  const effects = results.flatMap((result) => result.effects);
  const noise = new Map(effects.map((effect) => [effect, effect.noise]));
  const card = scorecard(effects, { of: (effect) => noise.get(effect as (typeof effects)[number]) ?? 0 });
  let settings = 0;
  for (const result of results) settings += result.settings;
  const checks = checksOf(card, settings);
  for (const { name, effects: count, signRight, gain, coverage } of [card.all, ...card.byType]) {
    print(
      `${name}: ${count} effects, sign ${signRight.toFixed(3)}, error ${(100 * gain).toFixed(0)} % below no change, 80 % interval covers ${(100 * coverage).toFixed(1)} %`
    );
  }
  for (const { subject, measured, wanted, met } of checks)
    print(`${met ? 'met   ' : 'MISSED'} ${subject}: ${measured.toFixed(3)} (${wanted})`);
  if (options.json !== undefined)
    writeFileSync(options.json, JSON.stringify({ worlds: chosen, settings, card, checks, effects }, null, 1));
  if (settings >= 300) {
    writeDoc('eval-simulation.md', renderReport({ worlds: chosen, settings, card, checks }));
    writeDoc('eval-simulation-error.svg', errorPlot(card));
    print('report: docs/eval-simulation.md');
  }
}

main();
