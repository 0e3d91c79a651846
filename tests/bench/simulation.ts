import { writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { influenceEdges, kpiIds } from '@ai-cos/catalog';
import { SimulationRequest } from '@ai-cos/agent-runner/contract';
import { at } from '@ai-cos/agent-runner/forecast/numeric/at.ts';
import { forecastSeries } from '@ai-cos/agent-runner/forecast/series-forecast.ts';
import { boundsOf } from '@ai-cos/agent-runner/simulation/baseline/node-bounds.ts';
import { uniformAt } from '@ai-cos/agent-runner/simulation/draws/seed.ts';
import type { NodeState, Shock } from '@ai-cos/agent-runner/simulation/engine/node-state.ts';
import { runEngine, type EngineInput } from '@ai-cos/agent-runner/simulation/engine/run-engine.ts';
import { activeLinks } from '@ai-cos/agent-runner/simulation/graph/link.ts';
import type { CompanyHistory } from '@ai-cos/agent-runner/simulation/history/company-history.ts';
import { createSimulationService } from '@ai-cos/agent-runner/simulation/service/simulation-service.ts';
import { print } from '../eval/print.ts';

const days = 180;
const draws = 2000;

interface Measure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly gate: string;
  readonly met: boolean;
}

/** Processor seconds of a piece of work: the machine may be busy with other things. */
function cpuSeconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

function leastOf(times: number, measure: () => number): number {
  let least = Infinity;
  for (let time = 0; time < times; time++) least = Math.min(least, measure());
  return least;
}

const drivers = [
  'price',
  'ad_spend',
  'operating_budget',
  'sessions',
  'organic_sessions',
  'units_sold',
  'revenue',
  'firm_value',
];

function stateOf(id: string, index: number): NodeState {
  const level = id === 'price' ? 1 : 40 + index;
  const fill = (value: number): Float64Array => new Float64Array(days).fill(value);
  return {
    id,
    baseline: fill(level),
    deviation: fill(id === 'price' ? 0 : 0.05 * level),
    noise: fill(0.02 * level),
    ...boundsOf(id),
  };
}

function shock(node: string, form: 'log' | 'absolute', size: number): Shock {
  return {
    node,
    form,
    addTo(_day, changes) {
      for (let draw = 0; draw < changes.length; draw++) changes[draw] = at(changes, draw) + size;
    },
  };
}

/** Every lever and many causes are moved at once, so that the whole graph has work to do. */
function fullEngine(sampler: 'sobol' | 'random', count: number, seed: number): EngineInput {
  const causes = [
    'backend_p95_ms',
    'cart_abandonment',
    'stock_rupture',
    'code_health',
    'email_open_rate',
    'content_velocity',
    'shipping_accuracy',
    'invoice_accuracy',
    'response_time',
    'tech_debt_score',
    'employee_retention',
    'inventory_turnover',
    'social_engagement',
    'budget_variance',
  ];
  return {
    states: [...kpiIds, ...drivers].map(stateOf),
    links: activeLinks(influenceEdges, 'off'),
    shocks: [
      shock('price', 'log', 0.05),
      shock('ad_spend', 'log', 0.2),
      shock('operating_budget', 'absolute', -3),
      ...causes.map((node) => shock(node, 'log', 0.03)),
    ],
    coefficients: new Map(),
    days,
    count,
    seed,
    sampler,
    cashAtStart: 1000,
    window: { from: days - 28, to: days },
    chance: new Map(),
    modelErrorOf: () => 0,
    onProgress: () => undefined,
  };
}

/** Root mean square error of the mean effects over some seeds, relative to a large run. */
function engineError(sampler: 'sobol' | 'random', count: number, truth: ReadonlyMap<string, number>): number {
  let squares = 0;
  let terms = 0;
  for (let seed = 1; seed <= 6; seed++) {
    const short = { ...fullEngine(sampler, count, seed), days: 120, window: { from: 110, to: 120 } };
    for (const { node, summary } of runEngine(short).results) {
      const expected = truth.get(node) ?? 0;
      if (Math.abs(expected) < 1e-9) continue;
      squares += (summary.mean / expected - 1) ** 2;
      terms++;
    }
  }
  return Math.sqrt(squares / terms);
}

function enginePart(): Measure[] {
  runEngine(fullEngine('sobol', 200, 1));
  const sobol = leastOf(3, () => cpuSeconds(() => runEngine(fullEngine('sobol', draws, 1))));
  const large = runEngine({ ...fullEngine('sobol', 8192, 99), days: 120, window: { from: 110, to: 120 } });
  const truth = new Map(large.results.map(({ node, summary }) => [node, summary.mean]));
  const ratio = engineError('random', 512, truth) / engineError('sobol', 512, truth);
  // The error of random draws falls with the root of their number; time grows with the number.
  const random = leastOf(2, () => cpuSeconds(() => runEngine(fullEngine('random', draws, 1))));
  const speedUp = (random * ratio * ratio) / sobol;
  return [
    { name: '40 KPIs × 180 days × 2,000 draws', value: sobol, unit: 's of one core', gate: '< 1.5', met: sobol < 1.5 },
    { name: 'error of random draws ÷ error of Sobol draws, 512 each', value: ratio, unit: '', gate: '', met: true },
    {
      name: 'faster than the pseudo-random engine at equal error',
      value: speedUp,
      unit: '×',
      gate: '≥ 2',
      met: speedUp >= 2,
    },
  ];
}

function kpiLikeSeries(index: number): Float64Array {
  return Float64Array.from(
    { length: 456 },
    (_, day) => 100 + 15 * Math.sin((2 * Math.PI * day) / 7) + 0.02 * day + 20 * (uniformAt(index, day) - 0.5)
  );
}

function forecastPart(): Measure[] {
  forecastSeries({ values: kpiLikeSeries(99), horizon: 28, periods: [7] });
  const seconds = cpuSeconds(() => {
    for (let index = 0; index < 40; index++)
      forecastSeries({ values: kpiLikeSeries(index), horizon: 28, periods: [7] });
  });
  return [
    {
      name: 'backtest and forecast of 40 series of 456 days',
      value: seconds,
      unit: 's of one core',
      gate: '< 5',
      met: seconds < 5,
    },
  ];
}

function historyForService(): CompanyHistory {
  const series = kpiLikeSeries(1);
  const names = [
    'sessions',
    'orders',
    'units',
    'revenue',
    'costOfGoods',
    'newCustomers',
    'marketingCost',
    'stockOutShare',
    'fulfillmentHours',
    'responseMinutes',
    'satisfaction',
    'ticketsOpened',
    'ticketsWaiting',
    'operatingCost',
  ] as const;
  const company = Object.fromEntries(names.map((name) => [name, series])) as unknown as CompanyHistory['company'];
  const products = Array.from({ length: 400 }, (_, id) => ({
    id: id + 1,
    category: `c${id % 10}`,
    unitCost: 10,
    price: series,
    units: series,
    promoted: new Float64Array(456),
    available: new Float64Array(456).fill(1),
  }));
  return {
    firstDay: 20_000,
    days: 456,
    company,
    kpis: new Map(kpiIds.map((id, index) => [id, kpiLikeSeries(index)])),
    products,
    campaigns: [],
    stock: [],
    stockValue: 1000,
    supportAgents: 2,
    cash: 100_000,
  };
}

async function eventLoopPart(): Promise<Measure[]> {
  await using service = createSimulationService();
  const request = SimulationRequest.parse({
    scenarioName: 'bench',
    levers: [{ scenarioType: 'pricing', inputParams: { changePercent: 5 } }],
    horizonDays: 180,
    draws,
  });
  const history = historyForService();
  await service.run('forecast', { series: [] });
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  const before = process.threadCpuUsage();
  const started = performance.now();
  const running = service.run('simulate', { request, history: { kind: 'given', history } });
  const posted = process.threadCpuUsage(before);
  await running;
  const wall = (performance.now() - started) / 1000;
  const total = process.threadCpuUsage(before);
  delay.disable();
  // On a busy machine a delay is mostly waiting for a processor; a block cannot last longer than the thread computed.
  const asking = posted.user + posted.system;
  const answering = total.user + total.system - asking;
  const block = Math.min(delay.max / 1e3, Math.max(asking, answering)) / 1e3;
  return [
    {
      name: 'longest block of the event loop during a simulation, at most',
      value: block,
      unit: 'ms',
      gate: '≤ 20',
      met: block <= 20,
    },
    { name: 'computing to hand over a history in memory', value: asking / 1e3, unit: 'ms', gate: '', met: true },
    { name: 'computing to hear progress and take the answer', value: answering / 1e3, unit: 'ms', gate: '', met: true },
    {
      name: 'longest delay seen, waiting for a processor included',
      value: delay.max / 1e6,
      unit: 'ms',
      gate: '',
      met: true,
    },
    { name: 'that simulation, baselines included', value: wall, unit: 's', gate: '', met: true },
  ];
}

const { values: options } = parseArgs({ options: { json: { type: 'string' } } });
const measures = [...enginePart(), ...forecastPart(), ...(await eventLoopPart())];
for (const { name, value, unit, gate, met } of measures) {
  print(
    `${gate === '' ? '      ' : met ? 'met   ' : 'MISSED'} ${name}: ${value.toFixed(2)} ${unit} ${gate === '' ? '' : `(${gate})`}`
  );
}
if (options.json !== undefined) writeFileSync(options.json, JSON.stringify(measures, null, 1));
