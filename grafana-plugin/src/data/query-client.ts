import { QueryClient } from '@tanstack/react-query';
import { problemOf } from './problem.ts';

/** Polling that goes on without the stream; paused while the tab is hidden. */
export const pollMilliseconds = 8_000;

function worthRetrying(failures: number, error: unknown): boolean {
  return problemOf(error).kind === 'unreachable' && failures < 1;
}

/** One per bundle: each panel is a webpack runtime of its own and shares state with the others through the server only. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        refetchInterval: pollMilliseconds,
        refetchOnWindowFocus: true,
        staleTime: 1_000,
        retry: worthRetrying,
        retryDelay: 500,
      },
      mutations: { retry: false },
    },
  });
}
