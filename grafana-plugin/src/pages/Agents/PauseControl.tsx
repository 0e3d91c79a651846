import React, { useState } from 'react';
import { Button } from '@grafana/ui';
import type { AgentView } from '@ai-cos/agent-runner/contract';
import { ReasonForm } from '../../components/ReasonForm/ReasonForm.tsx';
import { useAgentState } from '../../data/agents.ts';
import { usePermission } from '../../data/permissions.ts';

/** Pause or resume an agent; a paused agent is skipped on every path. */
export function PauseControl({ agent }: { agent: AgentView }) {
  const [isOpen, setOpen] = useState(false);
  const change = useAgentState(agent.id);
  const { allowed, whyNot } = usePermission('pauseAgents');
  const command = agent.state === 'paused' ? 'resume' : 'pause';
  const label = command === 'pause' ? 'Pause this agent' : 'Resume this agent';
  if (!isOpen) {
    return (
      <Button variant="secondary" disabled={!allowed} tooltip={whyNot ?? undefined} onClick={() => setOpen(true)}>
        {label}
      </Button>
    );
  }
  return (
    <ReasonForm
      label={label}
      isPending={change.isPending}
      error={change.error}
      onSend={(reason) => change.mutate({ command, reason }, { onSuccess: () => setOpen(false) })}
      onCancel={() => setOpen(false)}
    />
  );
}
