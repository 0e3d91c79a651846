import React from 'react';
import type { ActionDetail } from '@ai-cos/agent-runner/contract';
import { boardName } from '../../format/words.ts';
import { ApprovalProgress } from '../Decision/ApprovalProgress.tsx';
import { FindingView } from '../Finding/FindingView.tsx';
import { Nothing } from '../Layout/Muted.tsx';
import { ParameterTable } from '../Parameters/ParameterTable.tsx';
import { AgentName } from '../TextLink/names.tsx';
import { Why } from '../Why/Why.tsx';

/** Why it is proposed, what exactly is sent, who must decide. */
export function EvidenceSections({ action }: { action: ActionDetail }) {
  return (
    <>
      <Why label="Why: findings and evidence" open>
        {action.findings.length === 0 && <Nothing>No finding is attached.</Nothing>}
        {action.findings.map((finding) => (
          <FindingView key={finding.id} finding={finding} />
        ))}
        <div>
          Proposed by <AgentName id={action.agentId} />
        </div>
      </Why>
      {action.objections.length > 0 && (
        <Why label={`Objections of the board (${action.objections.length})`} open>
          {action.objections.map(({ member, reason }) => (
            <div key={member}>
              <strong>{boardName(member)}</strong>: {reason}
            </div>
          ))}
        </Why>
      )}
      <Why label={`What exactly is sent to ${action.connector}`} open>
        <ParameterTable parameters={action.parameters} />
        {action.dryRun !== null && <div>Dry run: {action.dryRun}</div>}
      </Why>
      <Why label="Who decides" open>
        <ApprovalProgress approval={action.approval} />
      </Why>
    </>
  );
}
