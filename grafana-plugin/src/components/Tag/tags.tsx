import React from 'react';
import type { ActionState, RiskTier, Severity } from '@ai-cos/agent-runner/contract';
import { sentence } from '../../format/words.ts';
import { Tag } from './Tag.tsx';
import { actionTones, agentStateTones, kpiStatusTones, riskTones, severityTones } from './tones.ts';

export function RiskTag({ tier, risk }: { tier: RiskTier; risk: number }) {
  return (
    <Tag tone={riskTones[tier]} title={`Risk ${risk} of 100`}>
      {sentence(tier)} risk · {risk}/100
    </Tag>
  );
}

const stateWords: Partial<Record<ActionState, string>> = {
  pending_approval: 'Waiting for a decision',
  executing: 'Being carried out',
  succeeded: 'Carried out, verdict open',
  verified: 'Carried out, it worked',
  ineffective: 'Carried out, no effect seen',
  harmful: 'Carried out, it harmed',
  unverifiable: 'Carried out, effect cannot be told',
  unknown: 'Outcome unknown, a person must look',
};

export function stateWord(state: ActionState): string {
  return stateWords[state] ?? sentence(state);
}

export function StateTag({ state }: { state: ActionState }) {
  return <Tag tone={actionTones[state]}>{stateWord(state)}</Tag>;
}

export function SeverityTag({ severity }: { severity: Severity }) {
  return <Tag tone={severityTones[severity]}>{sentence(severity)}</Tag>;
}

export function KpiStatusTag({ status, reason }: { status: string; reason?: string | null }) {
  return (
    <Tag tone={kpiStatusTones[status] ?? 'neutral'} title={reason ?? undefined}>
      {status === 'ok' ? 'OK' : sentence(status)}
    </Tag>
  );
}

export function AgentStateTag({ state }: { state: string }) {
  return <Tag tone={agentStateTones[state] ?? 'neutral'}>{sentence(state)}</Tag>;
}
