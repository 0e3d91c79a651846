import React, { useState } from 'react';
import { QueryClientProvider } from '@tanstack/react-query';
import { createQueryClient } from '../../data/query-client.ts';
import { useLiveUpdates } from '../../data/use-live-updates.ts';

function LiveUpdates({ children }: { children: React.ReactNode }) {
  useLiveUpdates();
  return <>{children}</>;
}

/** What every panel and the app stand in: the data client and the live stream. */
export function DataRoot({ children }: { children: React.ReactNode }) {
  const [queryClient] = useState(createQueryClient);
  return (
    <QueryClientProvider client={queryClient}>
      <LiveUpdates>{children}</LiveUpdates>
    </QueryClientProvider>
  );
}
