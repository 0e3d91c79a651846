import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Alert, Button, Field, TextArea, useStyles2 } from '@grafana/ui';
import type { ActionSummary } from '@ai-cos/agent-runner/contract';
import { effectText, verdictWords } from './decision-words.ts';
import type { DecisionFlow } from './use-decision.ts';

interface Props {
  action: ActionSummary;
  flow: DecisionFlow;
  draft: NonNullable<DecisionFlow['draft']>;
}

/** The confirmation: names the effect, takes the reason, sends once. */
export function DecisionForm({ action, flow, draft }: Props) {
  const styles = useStyles2(getStyles);
  const words = verdictWords[draft.verdict];
  return (
    <form
      className={styles.form}
      aria-label={`${words.verb}: ${action.title}`}
      onSubmit={(event) => {
        event.preventDefault();
        flow.send();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          flow.cancel();
        }
        if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
          flow.send();
        }
      }}
    >
      {flow.changed && (
        <Alert severity="warning" title="The proposal changed while you were reading">
          Look at it again before you decide; nothing was sent.
        </Alert>
      )}
      <p className={styles.effect}>{effectText(draft.verdict, action)}</p>
      <Field label={words.question} required={words.needsReason} noMargin>
        <TextArea
          id={`reason-${action.id}`}
          value={draft.reason}
          rows={2}
          autoFocus
          maxLength={2000}
          onChange={(event) => flow.write(event.currentTarget.value)}
        />
      </Field>
      <div className={styles.buttons}>
        <Button
          type="submit"
          variant={draft.verdict === 'reject' ? 'destructive' : 'primary'}
          disabled={flow.changed || flow.missingReason || flow.isSending}
          tooltip={flow.missingReason ? 'A reason is needed' : undefined}
        >
          {flow.isSending ? 'Sending' : words.confirm}
        </Button>
        <Button type="button" variant="secondary" fill="text" onClick={flow.cancel}>
          Back
        </Button>
      </div>
    </form>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    form: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1) }),
    effect: css({ margin: 0, fontWeight: theme.typography.fontWeightMedium }),
    buttons: css({ display: 'flex', gap: theme.spacing(1) }),
  };
}
