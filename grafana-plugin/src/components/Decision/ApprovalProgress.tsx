import React from 'react';
import type { ActionSummary, Decision } from '@ai-cos/agent-runner/contract';
import { formatWallTime } from '../../format/time.ts';
import { sentence } from '../../format/words.ts';
import { Muted, Nothing } from '../Layout/Muted.tsx';
import { Tag, type Tone } from '../Tag/Tag.tsx';

const tones: Record<Decision['verdict'], Tone> = { approve: 'good', reject: 'bad', request_changes: 'warn' };
const words: Record<Decision['verdict'], string> = {
  approve: 'approved',
  reject: 'rejected',
  request_changes: 'asked for changes',
};

function groupText(groups: readonly string[]): string {
  return groups.map((group) => sentence(group.replace(/^pole:/, ''))).join(' or ');
}

/** Who must decide, who has, and what is still missing. */
export function ApprovalProgress({ approval }: Pick<ActionSummary, 'approval'>) {
  const { decisions, quorum, missing } = approval;
  // A group "any" restricts nobody.
  const named = approval.groups.filter((group) => group !== 'any');
  return (
    <div>
      <div>
        {quorum === 1 ? 'One person' : `${quorum} different people`}
        {named.length > 0 && ` of ${groupText(named)}`}
      </div>
      {missing !== null && (
        <div>
          <Muted>Still needed: {missing}</Muted>
        </div>
      )}
      {decisions.length === 0 && <Nothing>Nobody has decided yet.</Nothing>}
      {decisions.map((decision) => (
        <div key={`${decision.personId}-${decision.at}`}>
          <Tag tone={tones[decision.verdict]}>{words[decision.verdict]}</Tag> {decision.personName}
          {decision.onBehalfOf !== null && ` for ${decision.onBehalfOf}`}{' '}
          <Muted>
            {formatWallTime(decision.at)} via {decision.route}
          </Muted>
          {decision.reason !== null && <div>“{decision.reason}”</div>}
        </div>
      ))}
    </div>
  );
}
