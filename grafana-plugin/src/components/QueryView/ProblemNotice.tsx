import React from 'react';
import { Alert, Button, type AlertVariant } from '@grafana/ui';
import { problemOf, type ProblemKind } from '../../data/problem.ts';

const titles: Record<ProblemKind, string> = {
  unreachable: 'agent-runner is not reachable',
  denied: 'Not permitted',
  not_found: 'Not found',
  conflict: 'Changed meanwhile',
  invalid: 'Not accepted',
  failed: 'agent-runner reported an error',
};

const tones: Partial<Record<ProblemKind, AlertVariant>> = {
  unreachable: 'warning',
  denied: 'info',
  conflict: 'warning',
  not_found: 'info',
};

interface Props {
  error: unknown;
  onRetry?: () => void;
}

/** A failed call in words: what happened, why, and what to do. */
export function ProblemNotice({ error, onRetry }: Props) {
  const problem = problemOf(error);
  const status = problem.status === 0 ? '' : ` (HTTP ${problem.status}, ${problem.code})`;
  return (
    <Alert severity={tones[problem.kind] ?? 'error'} title={titles[problem.kind]}>
      <div>
        {problem.message}
        {status}
      </div>
      {problem.fields.length > 0 && (
        <ul>
          {problem.fields.map(({ field, reason }) => (
            <li key={field}>
              {field}: {reason}
            </li>
          ))}
        </ul>
      )}
      {onRetry !== undefined && (
        <Button size="sm" variant="secondary" onClick={onRetry}>
          Try again
        </Button>
      )}
    </Alert>
  );
}
