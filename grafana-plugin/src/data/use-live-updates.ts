import { useEffect } from 'react';
import { config } from '@grafana/runtime';
import { useQueryClient } from '@tanstack/react-query';
import type { StreamMessage } from '@ai-cos/agent-runner/contract';
import { listenLive } from './live-source.ts';

type Topic = StreamMessage['topic'];

/** First element of the query keys that a message makes stale. */
const staleKeys: Record<Exclude<Topic, 'resync'>, readonly string[]> = {
  event: ['events', 'plans', 'squads', 'kpis'],
  plan: ['plans', 'events', 'actions', 'squads'],
  action: ['actions', 'plans', 'squads', 'kpis'],
  kpi: ['kpis', 'squads', 'snapshots'],
  mode: ['mode', 'me', 'actions'],
  'kill-switch': ['kill-switch', 'me', 'actions'],
  simulation: ['simulations'],
  agent: ['agents', 'squads'],
};

const gatherMilliseconds = 250;

/** Refetches what the stream says has changed; messages of one moment are gathered into one refetch. */
export function useLiveUpdates(): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    const stale = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    function flush(): void {
      timer = undefined;
      const all = stale.has('*');
      const keys = [...stale];
      stale.clear();
      if (all) {
        void queryClient.invalidateQueries();
        return;
      }
      for (const key of keys) {
        void queryClient.invalidateQueries({ queryKey: [key] });
      }
    }
    const stop = listenLive(({ topic }) => {
      for (const key of topic === 'resync' ? ['*'] : staleKeys[topic]) {
        stale.add(key);
      }
      timer ??= setTimeout(flush, gatherMilliseconds);
    }, config.appSubUrl);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [queryClient]);
}
