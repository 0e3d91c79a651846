import React from 'react';
import type { AgentView } from '@ai-cos/agent-runner/contract';
import { formatShare } from '../../format/number.ts';
import { Facts } from '../Layout/Facts.tsx';

type TrackRecord = AgentView['trackRecord'];

/** Share of the judged actions that worked; unverifiable ones are no evidence either way. */
export function successText({ verified, ineffective, harmful }: TrackRecord): string {
  const judged = verified + ineffective + harmful;
  return judged === 0 ? 'no verdict yet' : `${formatShare(verified / judged)} of ${judged} worked`;
}

/** What became of the proposals. */
export function TrackRecordView({ record }: { record: TrackRecord }) {
  return (
    <Facts
      facts={[
        { label: 'Proposed', value: record.proposed },
        { label: 'Approved', value: record.approved },
        { label: 'Rejected', value: record.rejected },
        { label: 'Carried out', value: record.executed },
        { label: 'It worked', value: record.verified },
        { label: 'No effect seen', value: record.ineffective },
        { label: 'It harmed', value: record.harmful },
        { label: 'Cannot be told', value: record.unverifiable },
      ]}
    />
  );
}
