import React, { useState } from 'react';
import { Button, Field, Stack, TextArea } from '@grafana/ui';
import type { ActionDetail } from '@ai-cos/agent-runner/contract';
import { useActionCommand } from '../../data/actions.ts';
import { newIdempotencyKey } from '../../data/idempotency-key.ts';
import { formatBusinessDate } from '../../format/time.ts';
import { sentence } from '../../format/words.ts';
import { Section } from '../Layout/Section.tsx';
import { ProblemNotice } from '../QueryView/ProblemNotice.tsx';

type Task = NonNullable<ActionDetail['task']>;
type Answer = NonNullable<Task['answer']>;

const answers: ReadonlyArray<{ value: Answer; text: string }> = [
  { value: 'done', text: 'Done as described' },
  { value: 'done_differently', text: 'Done differently' },
  { value: 'not_done', text: 'Not done' },
];

function AnswerForm({ action }: { action: ActionDetail }) {
  const [note, setNote] = useState('');
  const command = useActionCommand(action.id, 'task');
  return (
    <>
      <Field label="What was done (needed when it was done differently)" noMargin>
        <TextArea
          id={`task-note-${action.id}`}
          rows={2}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </Field>
      <Stack wrap="wrap">
        {answers.map(({ value, text }) => (
          <Button
            key={value}
            variant="secondary"
            disabled={command.isPending || (value === 'done_differently' && note.trim() === '')}
            onClick={() => command.mutate({ answer: value, note, idempotencyKey: newIdempotencyKey() })}
          >
            {text}
          </Button>
        ))}
      </Stack>
      {command.error !== null && <ProblemNotice error={command.error} />}
    </>
  );
}

/** A task for a person: instructions, due date and the answer that makes it verifiable. */
export function HumanTaskView({ action, task }: { action: ActionDetail; task: Task }) {
  return (
    <Section title={`Task for ${task.assignee ?? 'the owner'}, due ${formatBusinessDate(task.dueAsOf)}`}>
      <p>{task.instructions}</p>
      {task.answer === null ? (
        action.state === 'executing' && <AnswerForm action={action} />
      ) : (
        <p>
          {sentence(task.answer)}
          {task.answeredBy !== null && `, said ${task.answeredBy}`}
          {task.note !== null && task.note !== '' && `: ${task.note}`}
        </p>
      )}
    </Section>
  );
}
