import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { KpiId } from '@ai-cos/catalog';
import { agentProfiles, type AgentProfile } from '../../agent-runner/src/coordination/relevance/profile.ts';
import { scoreAgent, type Subject } from '../../agent-runner/src/coordination/relevance/score.ts';
import { print } from '../eval/print.ts';

const { values } = parseArgs({ options: { json: { type: 'string' }, rounds: { type: 'string', default: '2000' } } });

/** Limits of the issue, in milliseconds. */
const gates = { medianOf26: 1, p95Of1000: 50 } as const;

const subject: Subject = {
  eventType: 'STOCK_ALERT',
  sourceAgentId: 'stock-forecaster',
  severity: 'critical',
  focus: new Map<KpiId, number>([
    ['stock_rupture', 1],
    ['conversion_rate', 0.6],
    ['csat', 0.4],
  ]),
};

function manyAgents(count: number): AgentProfile[] {
  const profiles = agentProfiles();
  return Array.from({ length: count }, (_, index) => profiles[index % profiles.length]).filter(
    (one) => one !== undefined
  );
}

/** Milliseconds per event in which every agent is scored. */
function measure(agents: readonly AgentProfile[], rounds: number): { median: number; p95: number } {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    for (const agent of agents) scoreAgent(agent, subject);
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  return { median: times[Math.floor(rounds / 2)] ?? 0, p95: times[Math.floor(rounds * 0.95)] ?? 0 };
}

const rounds = Number(values.rounds);
const figures = { of26: measure(manyAgents(26), rounds), of1000: measure(manyAgents(1_000), rounds) };
print(`26 agents: median ${figures.of26.median.toFixed(3)} ms (gate ${String(gates.medianOf26)} ms)`);
print(`1,000 agents: p95 ${figures.of1000.p95.toFixed(2)} ms (gate ${String(gates.p95Of1000)} ms)`);
if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify({ gates, ...figures }, null, 2)}\n`);
if (figures.of26.median > gates.medianOf26 || figures.of1000.p95 > gates.p95Of1000) process.exitCode = 1;
