import React, { useState } from 'react';
import { Button, Field, Stack, TextArea } from '@grafana/ui';
import type { ActionDetail, ActionState } from '@ai-cos/agent-runner/contract';
import { useActionCommand, type ActionCommand } from '../../data/actions.ts';
import { newIdempotencyKey } from '../../data/idempotency-key.ts';
import { usePermission } from '../../data/permissions.ts';
import { ProblemNotice } from '../QueryView/ProblemNotice.tsx';

interface Command {
  command: ActionCommand;
  label: string;
  states: readonly ActionState[];
  body: Record<string, unknown>;
}

const commands: readonly Command[] = [
  { command: 'withdraw', label: 'Withdraw the approval', states: ['approved'], body: {} },
  {
    command: 'rollback',
    label: 'Undo what was done',
    states: ['succeeded', 'verified', 'ineffective', 'harmful', 'unverifiable'],
    body: {},
  },
  { command: 'resolve', label: 'It did happen', states: ['unknown'], body: { outcome: 'succeeded' } },
  { command: 'resolve', label: 'It did not happen', states: ['unknown'], body: { outcome: 'failed' } },
];

function CommandForm({ action, command, onClose }: { action: ActionDetail; command: Command; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const call = useActionCommand(action.id, command.command);
  return (
    <form
      aria-label={command.label}
      onSubmit={(event) => {
        event.preventDefault();
        call.mutate({ ...command.body, reason, idempotencyKey: newIdempotencyKey() }, { onSuccess: onClose });
      }}
    >
      <Field label="Reason (kept in the audit)" required noMargin>
        <TextArea
          id={`command-reason-${action.id}`}
          rows={2}
          autoFocus
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Field>
      <Stack>
        <Button type="submit" variant="destructive" disabled={reason.trim() === '' || call.isPending}>
          {command.label}
        </Button>
        <Button type="button" variant="secondary" fill="text" onClick={onClose}>
          Back
        </Button>
      </Stack>
      {call.error !== null && <ProblemNotice error={call.error} />}
    </form>
  );
}

/** What a person can still do after the decision. */
export function AfterCommands({ action }: { action: ActionDetail }) {
  const [chosen, setChosen] = useState<Command>();
  const { allowed, whyNot } = usePermission('decide');
  const offered = commands.filter(
    ({ states, command }) => states.includes(action.state) && (command !== 'rollback' || action.reversible !== 'no')
  );
  if (offered.length === 0) {
    return null;
  }
  if (chosen !== undefined && offered.includes(chosen)) {
    return <CommandForm action={action} command={chosen} onClose={() => setChosen(undefined)} />;
  }
  return (
    <Stack wrap="wrap">
      {offered.map((command) => (
        <Button
          key={command.label}
          variant="secondary"
          size="sm"
          disabled={!allowed}
          tooltip={whyNot ?? undefined}
          onClick={() => setChosen(command)}
        >
          {command.label}
        </Button>
      ))}
    </Stack>
  );
}
