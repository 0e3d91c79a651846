import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Comparison, Simulation, SimulationRequest } from '@ai-cos/agent-runner/contract';
import { get, post } from './client.ts';
import { newIdempotencyKey } from './idempotency-key.ts';

export function useSimulations() {
  return useQuery({
    queryKey: ['simulations', 'list'],
    queryFn: ({ signal }) => get<Simulation[]>('/simulations', { limit: 50 }, signal),
  });
}

const busyMilliseconds = 1_000;

export function isBusy(simulation: Simulation | undefined): boolean {
  return simulation?.state === 'queued' || simulation?.state === 'running';
}

/** One simulation; asked for every second while it runs. */
export function useSimulation(id: string | undefined) {
  return useQuery({
    queryKey: ['simulations', 'one', id],
    queryFn: ({ signal }) => get<Simulation>(`/simulations/${id ?? ''}`, undefined, signal),
    enabled: id !== undefined,
    refetchInterval: (query) => (isBusy(query.state.data) ? busyMilliseconds : false),
  });
}

export function useRunSimulation() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (request: SimulationRequest) => post<Simulation>('/simulations', request),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['simulations'] }),
  });
}

export function useCancelSimulation(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => post<unknown>(`/simulations/${id}/cancel`, {}),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['simulations'] }),
  });
}

export function useCompare() {
  return useMutation({
    mutationFn: (simulationIds: string[]) => post<Comparison>('/simulations/compare', { simulationIds }),
  });
}

/** Turns a simulated lever into a proposal that people decide on like any other. */
export function useProposal(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () =>
      post<{ actionIds: string[] }>(`/simulations/${id}/proposal`, { idempotencyKey: newIdempotencyKey() }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['actions'] }),
  });
}
