import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  ActionDetail,
  ActionState,
  ActionSummary,
  BulkDecisionRequest,
  BulkDecisionResponse,
  DecisionRequest,
} from '@ai-cos/agent-runner/contract';
import { get, getPage, post } from './client.ts';

export interface ActionFilter {
  state?: readonly ActionState[];
  squad?: string;
  pole?: string;
  kpi?: string;
  agent?: string;
  riskTier?: string;
  planId?: string;
  sort?: 'newest' | 'urgency';
}

export const pageSize = 100;

export function useActions(filter: ActionFilter) {
  return useInfiniteQuery({
    queryKey: ['actions', 'list', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      getPage<ActionSummary>('/actions', { ...filter, limit: pageSize, cursor: pageParam }, signal),
    getNextPageParam: (last) => last.next,
    select: (data) => data.pages.flatMap((page) => page.items),
  });
}

export function useAction(id: string) {
  return useQuery({
    queryKey: ['actions', 'one', id],
    queryFn: ({ signal }) => get<ActionDetail>(`/actions/${id}`, undefined, signal),
  });
}

function useRefetchActions() {
  const queryClient = useQueryClient();
  return () =>
    Promise.all(
      ['actions', 'plans', 'events', 'squads'].map((key) => queryClient.invalidateQueries({ queryKey: [key] }))
    );
}

/** Votes on the revision whose digest was shown; whatever the answer, what is shown is read again. */
export function useDecide(id: string) {
  const refetch = useRefetchActions();
  return useMutation({
    mutationFn: (request: DecisionRequest) => post<unknown>(`/actions/${id}/decisions`, request),
    onSettled: refetch,
  });
}

export function useDecideMany() {
  const refetch = useRefetchActions();
  return useMutation({
    mutationFn: (request: BulkDecisionRequest) => post<BulkDecisionResponse>('/actions/decisions', request),
    onSettled: refetch,
  });
}

export type ActionCommand = 'withdraw' | 'rollback' | 'resolve' | 'task';

export function useActionCommand(id: string, command: ActionCommand) {
  const refetch = useRefetchActions();
  return useMutation({
    mutationFn: (body: Record<string, unknown>) => post<unknown>(`/actions/${id}/${command}`, body),
    onSettled: refetch,
  });
}
