import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AuditEntry, AuditVerification, KillSwitchView, Mode, ModeView } from '@ai-cos/agent-runner/contract';
import { get, put } from './client.ts';

export function useMode() {
  return useQuery({ queryKey: ['mode'], queryFn: ({ signal }) => get<ModeView>('/mode', undefined, signal) });
}

export function useChangeMode() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (request: { mode: Mode; reason: string }) => put<ModeView>('/mode', request),
    onSettled: () => queryClient.invalidateQueries(),
  });
}

export function useKillSwitch() {
  return useQuery({
    queryKey: ['kill-switch'],
    queryFn: ({ signal }) => get<KillSwitchView>('/kill-switch', undefined, signal),
  });
}

export function useSetKillSwitch() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (request: { engaged: boolean; reason: string }) => put<KillSwitchView>('/kill-switch', request),
    onSettled: () => queryClient.invalidateQueries(),
  });
}

export function useAudit(enabled: boolean) {
  return useQuery({
    queryKey: ['audit'],
    queryFn: ({ signal }) => get<AuditEntry[]>('/audit', { limit: 50 }, signal),
    enabled,
  });
}

export function useAuditVerification(enabled: boolean) {
  return useQuery({
    queryKey: ['audit', 'verify'],
    queryFn: ({ signal }) => get<AuditVerification>('/audit/verify', undefined, signal),
    enabled,
    refetchInterval: 60_000,
  });
}
