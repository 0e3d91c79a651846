import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { CoordinationEvent, CoordinationEventDetail, Plan } from '@ai-cos/agent-runner/contract';
import { get, getPage } from './client.ts';

export interface EventFilter {
  type?: string;
  status?: string;
  open?: boolean;
}

export function useEvents(filter: EventFilter) {
  return useInfiniteQuery({
    queryKey: ['events', 'list', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      getPage<CoordinationEvent>('/coordination/events', { ...filter, limit: 100, cursor: pageParam }, signal),
    getNextPageParam: (last) => last.next,
    select: (data) => data.pages.flatMap((page) => page.items),
  });
}

export function useEvent(id: string) {
  return useQuery({
    queryKey: ['events', 'one', id],
    queryFn: ({ signal }) => get<CoordinationEventDetail>(`/coordination/events/${id}`, undefined, signal),
  });
}

export function usePlan(id: string | null | undefined) {
  return useQuery({
    queryKey: ['plans', id],
    queryFn: ({ signal }) => get<Plan>(`/plans/${id}`, undefined, signal),
    enabled: typeof id === 'string',
  });
}
