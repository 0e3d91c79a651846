import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AgentDetail, AgentView, SquadView, TrustView } from '@ai-cos/agent-runner/contract';
import { get, post } from './client.ts';

export function useAgents() {
  return useQuery({
    queryKey: ['agents', 'list'],
    queryFn: ({ signal }) => get<AgentView[]>('/agents', undefined, signal),
  });
}

export function useAgent(id: string) {
  return useQuery({
    queryKey: ['agents', 'one', id],
    queryFn: ({ signal }) => get<AgentDetail>(`/agents/${id}`, undefined, signal),
  });
}

export function useTrust() {
  return useQuery({
    queryKey: ['agents', 'trust'],
    queryFn: ({ signal }) => get<TrustView[]>('/trust', undefined, signal),
  });
}

export function useAgentState(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ command, reason }: { command: 'pause' | 'resume'; reason: string }) =>
      post<unknown>(`/agents/${id}/${command}`, { reason }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['agents'] }),
  });
}

export function useSquads() {
  return useQuery({
    queryKey: ['squads', 'list'],
    queryFn: ({ signal }) => get<SquadView[]>('/squads', undefined, signal),
  });
}

export function useSquad(id: string) {
  return useQuery({
    queryKey: ['squads', 'one', id],
    queryFn: ({ signal }) => get<SquadView>(`/squads/${id}`, undefined, signal),
  });
}
