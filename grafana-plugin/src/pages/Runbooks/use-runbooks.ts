import { getBackendSrv } from '@grafana/runtime';
import { useQuery } from '@tanstack/react-query';
import { lastValueFrom } from 'rxjs';
import { appId } from '../../constants.ts';
import { problemOf } from '../../data/problem.ts';

const folder = `/public/plugins/${appId}/runbooks`;

async function read<T>(file: string, responseType: 'json' | 'text'): Promise<T> {
  try {
    const answer = await lastValueFrom(
      getBackendSrv().fetch<T>({ url: `${folder}/${file}`, responseType, showErrorAlert: false })
    );
    return answer.data;
  } catch (error) {
    throw problemOf(error);
  }
}

/** Names of the runbooks that were built into the plugin. */
export function useRunbookNames() {
  return useQuery({
    queryKey: ['runbooks'],
    queryFn: () => read<string[]>('index.json', 'json'),
    refetchInterval: false,
    staleTime: Infinity,
  });
}

export function useRunbook(name: string) {
  return useQuery({
    queryKey: ['runbooks', name],
    queryFn: () => read<string>(`${encodeURIComponent(name)}.md`, 'text'),
    refetchInterval: false,
    staleTime: Infinity,
  });
}
