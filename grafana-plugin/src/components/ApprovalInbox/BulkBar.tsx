import React, { useState } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, Input, useStyles2 } from '@grafana/ui';
import type { ActionSummary, BulkDecisionResponse, DecisionVerdict } from '@ai-cos/agent-runner/contract';
import { useDecideMany } from '../../data/actions.ts';
import { newIdempotencyKey } from '../../data/idempotency-key.ts';
import { plural } from '../../format/words.ts';
import { verdictWords } from '../Decision/decision-words.ts';
import { ProblemNotice } from '../QueryView/ProblemNotice.tsx';
import { BulkResults } from './BulkResults.tsx';

interface Props {
  marked: readonly ActionSummary[];
  onDone: () => void;
}

const order: readonly DecisionVerdict[] = ['approve', 'reject'];

/** One verdict for several actions; every item still passes the same guard on its own and has its own result. */
export function BulkBar({ marked, onDone }: Props) {
  const styles = useStyles2(getStyles);
  const [reason, setReason] = useState('');
  const [results, setResults] = useState<BulkDecisionResponse['results']>();
  const decide = useDecideMany();

  function send(verdict: DecisionVerdict): void {
    const items = marked.map(({ id, digest }) => ({ actionId: id, digest }));
    const request = { verdict, items, idempotencyKey: newIdempotencyKey(), ...(reason === '' ? {} : { reason }) };
    decide.mutate(request, {
      onSuccess: (answer) => {
        setResults(answer.results);
        setReason('');
        onDone();
      },
    });
  }

  return (
    <>
      {results !== undefined && <BulkResults results={results} onClose={() => setResults(undefined)} />}
      {decide.error !== null && <ProblemNotice error={decide.error} />}
      {marked.length > 0 && (
        <div className={styles.bar} role="group" aria-label="Decide the marked actions">
          <strong>{plural(marked.length, 'action')} marked</strong>
          <div className={styles.reason}>
            <Input
              aria-label="Reason for all marked actions"
              placeholder="Reason (needed to reject)"
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          </div>
          {order.map((verdict) => (
            <Button
              key={verdict}
              variant={verdict === 'approve' ? 'success' : 'destructive'}
              disabled={decide.isPending || (verdictWords[verdict].needsReason && reason.trim() === '')}
              onClick={() => send(verdict)}
            >
              {verdictWords[verdict].verb} {marked.length}
            </Button>
          ))}
          <Button variant="secondary" fill="text" onClick={onDone}>
            Unmark
          </Button>
        </div>
      )}
    </>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    bar: css({
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      alignItems: 'center',
      padding: theme.spacing(1),
      background: theme.colors.background.secondary,
      borderRadius: theme.shape.radius.default,
      marginBottom: theme.spacing(1),
    }),
    reason: css({ flex: '1 1 180px' }),
  };
}
