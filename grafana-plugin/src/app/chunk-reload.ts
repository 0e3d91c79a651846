import { locationService } from '@grafana/runtime';

const guardKey = 'aicos-app.reloaded-for-chunk';

export function isChunkError(error: Error): boolean {
  return error.name === 'ChunkLoadError' || /Loading chunk [\w-]+ failed/.test(error.message);
}

/** After an upgrade an open tab asks for files that are gone: load the page once anew, never twice in a row. */
export function reloadOnce(storage: Pick<Storage, 'getItem' | 'setItem'>): boolean {
  if (storage.getItem(guardKey) !== null) {
    return false;
  }
  storage.setItem(guardKey, '1');
  locationService.reload();
  return true;
}
