import React, { useState } from 'react';
import { Button, Field, Stack, TextArea, type ButtonVariant } from '@grafana/ui';
import { ProblemNotice } from '../QueryView/ProblemNotice.tsx';

interface Props {
  /** What the button does, in its own words. */
  label: string;
  variant?: ButtonVariant;
  isPending: boolean;
  error: unknown;
  onSend: (reason: string) => void;
  onCancel: () => void;
}

/** A command that needs a reason, which the audit keeps. */
export function ReasonForm({ label, variant = 'primary', isPending, error, onSend, onCancel }: Props) {
  const [reason, setReason] = useState('');
  return (
    <form
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        onSend(reason.trim());
      }}
    >
      <Field label="Reason (kept in the audit)" required>
        <TextArea
          id={`reason-${label}`}
          rows={2}
          autoFocus
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Field>
      <Stack>
        <Button type="submit" variant={variant} disabled={reason.trim() === '' || isPending}>
          {label}
        </Button>
        <Button type="button" variant="secondary" fill="text" onClick={onCancel}>
          Back
        </Button>
      </Stack>
      {error !== null && error !== undefined && <ProblemNotice error={error} />}
    </form>
  );
}
