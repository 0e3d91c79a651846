import React from 'react';
import { Alert, LoadingPlaceholder } from '@grafana/ui';
import { problemOf } from '../../data/problem.ts';
import { useWallNow } from '../../data/wall-clock.ts';
import { formatDuration } from '../../format/time.ts';
import { ProblemNotice } from './ProblemNotice.tsx';

interface QueryState<T> {
  data: T | undefined;
  error: unknown;
  isPending: boolean;
  dataUpdatedAt: number;
  refetch: () => unknown;
}

interface Props<T> {
  query: QueryState<T>;
  loading?: string;
  children: (data: T) => React.ReactNode;
}

function StaleNotice({ error, updatedAt }: { error: unknown; updatedAt: number }) {
  const now = useWallNow();
  return (
    <Alert severity="warning" title={`Last known state, ${formatDuration(now - updatedAt)} old`}>
      {problemOf(error).message}
    </Alert>
  );
}

/** Loading, failed, stale or there: the four states of everything that is read. */
export function QueryView<T>({ query, loading = 'Loading', children }: Props<T>) {
  const { data, error, isPending, dataUpdatedAt, refetch } = query;
  if (data !== undefined) {
    return (
      <>
        {error !== null && <StaleNotice error={error} updatedAt={dataUpdatedAt} />}
        {children(data)}
      </>
    );
  }
  if (isPending) {
    return <LoadingPlaceholder text={loading} />;
  }
  return <ProblemNotice error={error} onRetry={() => void refetch()} />;
}
