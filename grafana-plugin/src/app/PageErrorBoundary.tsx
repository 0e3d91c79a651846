import React, { useState } from 'react';
import { Alert, Button, ErrorBoundary } from '@grafana/ui';
import { isChunkError, reloadOnce } from './chunk-reload.ts';

/** A page that fails says so and can be tried again; the navigation stays. */
export function PageErrorBoundary({ children }: { children: React.ReactNode }) {
  const [attempt, setAttempt] = useState(0);
  return (
    <ErrorBoundary key={attempt} onError={(error) => void (isChunkError(error) && reloadOnce(sessionStorage))}>
      {({ error }) => {
        if (error === null) {
          return children;
        }
        const title = isChunkError(error) ? 'AI-COS was updated: reload the page' : 'This page failed';
        return (
          <Alert severity="error" title={title}>
            <p>{error.message}</p>
            <Button variant="secondary" onClick={() => setAttempt(attempt + 1)}>
              Try again
            </Button>
          </Alert>
        );
      }}
    </ErrorBoundary>
  );
}
