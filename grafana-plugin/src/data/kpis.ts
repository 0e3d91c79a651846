import { useQuery } from '@tanstack/react-query';
import type { HealthBoard, KpiDetail, KpiForecast, KpiHistory, Snapshot } from '@ai-cos/agent-runner/contract';
import { get } from './client.ts';

export function useHealthBoard() {
  return useQuery({
    queryKey: ['kpis', 'board'],
    queryFn: ({ signal }) => get<HealthBoard>('/health-board', undefined, signal),
  });
}

export function useKpi(id: string) {
  return useQuery({
    queryKey: ['kpis', 'one', id],
    queryFn: ({ signal }) => get<KpiDetail>(`/kpis/${id}`, undefined, signal),
  });
}

export function useKpiHistory(id: string) {
  return useQuery({
    queryKey: ['kpis', 'history', id],
    queryFn: ({ signal }) => get<KpiHistory>(`/kpis/${id}/history`, undefined, signal),
  });
}

/** A forecast changes once a business day and costs the runner a calculation. */
const forecastMilliseconds = 60_000;

export function useKpiForecast(id: string) {
  return useQuery({
    queryKey: ['kpis', 'forecast', id],
    queryFn: ({ signal }) => get<KpiForecast>(`/kpis/${id}/forecast`, undefined, signal),
    refetchInterval: forecastMilliseconds,
  });
}

export function useSnapshots() {
  return useQuery({
    queryKey: ['snapshots'],
    queryFn: ({ signal }) => get<Snapshot[]>('/snapshots', { limit: 7 }, signal),
  });
}
