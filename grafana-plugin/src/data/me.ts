import { useQuery } from '@tanstack/react-query';
import type { Me, PersonView } from '@ai-cos/agent-runner/contract';
import { get } from './client.ts';
import { wallNow } from './wall-clock.ts';

export function useMe() {
  return useQuery({
    queryKey: ['me'],
    queryFn: ({ signal }) => get<Me>('/me', undefined, signal),
    refetchInterval: 15_000,
  });
}

export function usePeople() {
  return useQuery({ queryKey: ['people'], queryFn: ({ signal }) => get<PersonView[]>('/people', undefined, signal) });
}

/** Business time now: what the runner said, carried on at the rate of its clock. */
export function businessNow(me: Me, fetchedAtMilliseconds: number): string {
  const passed = Math.max(0, wallNow() - fetchedAtMilliseconds);
  return new Date(Date.parse(me.businessNow) + passed * me.clockRate).toISOString();
}
