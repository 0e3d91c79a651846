import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import type { ActionSummary, DecisionVerdict } from '@ai-cos/agent-runner/contract';
import { problemOf } from '../../data/problem.ts';
import { useWallNow } from '../../data/wall-clock.ts';
import { Muted } from '../Layout/Muted.tsx';
import { ProblemNotice } from '../QueryView/ProblemNotice.tsx';
import { isExpired } from '../TimeLeft/TimeLeft.tsx';
import { verdictWords } from './decision-words.ts';
import { DecisionForm } from './DecisionForm.tsx';
import { useDecision } from './use-decision.ts';

const order: readonly DecisionVerdict[] = ['approve', 'request_changes', 'reject'];

function useWhyNot(action: ActionSummary): string | null {
  const now = useWallNow();
  const { mayDecide, whyNot, expiresAt } = action.approval;
  if (isExpired(expiresAt, now)) {
    return 'The time to decide is over; nothing will be carried out.';
  }
  return mayDecide ? null : (whyNot ?? 'You may not decide this.');
}

/** Approve, request changes, reject; disabled buttons say why, a lost race says who decided. */
export function DecisionBar({ action }: { action: ActionSummary }) {
  const styles = useStyles2(getStyles);
  const flow = useDecision(action);
  const whyNot = useWhyNot(action);
  const lostRace = flow.error !== null && problemOf(flow.error).kind === 'conflict';
  const open = action.state === 'pending_approval';
  return (
    <div className={styles.bar} role="group" aria-label="Decision" data-testid="decision-bar">
      {flow.error !== null && <ProblemNotice error={flow.error} />}
      {flow.isDone && <div role="status">Your decision was recorded.</div>}
      {open && flow.draft !== undefined && <DecisionForm action={action} flow={flow} draft={flow.draft} />}
      {open && flow.draft === undefined && !lostRace && (
        <div className={styles.buttons}>
          {order.map((verdict) => (
            <Button
              key={verdict}
              size="md"
              variant={verdict === 'approve' ? 'success' : 'secondary'}
              disabled={whyNot !== null}
              tooltip={whyNot ?? undefined}
              data-verdict={verdict}
              onClick={() => flow.choose(verdict)}
            >
              {verdictWords[verdict].verb}
            </Button>
          ))}
        </div>
      )}
      {open && whyNot !== null && <Muted>{whyNot}</Muted>}
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    bar: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1) }),
    buttons: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) }),
  };
}
