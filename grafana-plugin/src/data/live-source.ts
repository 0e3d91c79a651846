import type { StreamMessage } from '@ai-cos/agent-runner/contract';
import { apiBase } from './client.ts';

export type LiveListener = (message: Pick<StreamMessage, 'topic' | 'ref'>) => void;

interface LiveSource {
  listeners: Set<LiveListener>;
  close: () => void;
}

/**
 * A browser opens about six connections per host over HTTP/1.1, and every panel is a bundle of its own. The registry
 * symbol is the same in all of them, so a tab holds one stream however many panels listen, and none while it is hidden.
 */
const registryKey = Symbol.for('aicos-app.live-source');

type Registry = { [registryKey]?: LiveSource };

const topics = ['event', 'plan', 'action', 'kpi', 'mode', 'kill-switch', 'simulation', 'agent', 'resync'] as const;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** The message in a stream event; what cannot be read counts as "something changed". */
export function messageOf(name: string, data: unknown): Pick<StreamMessage, 'topic' | 'ref'> {
  let body: unknown;
  try {
    body = typeof data === 'string' && data !== '' ? JSON.parse(data) : {};
  } catch (error) {
    if (!(error instanceof SyntaxError)) {
      throw error;
    }
    body = {};
  }
  const { topic: named, ref } = isRecord(body) ? body : {};
  const topic = topics.find((known) => known === named || known === name) ?? 'resync';
  return { topic, ref: typeof ref === 'string' ? ref : null };
}

function connect(url: string, tell: LiveListener): EventSource {
  const source = new EventSource(url);
  for (const name of [...topics, 'message']) {
    source.addEventListener(name, (event: MessageEvent) => tell(messageOf(name, event.data)));
  }
  // What was missed while the connection was down is unknown: reload once it is back.
  let wasDown = false;
  source.addEventListener('error', () => (wasDown = true));
  source.addEventListener('open', () => {
    if (wasDown) {
      wasDown = false;
      tell({ topic: 'resync', ref: null });
    }
  });
  return source;
}

function open(url: string): LiveSource {
  const listeners = new Set<LiveListener>();
  let source: EventSource | undefined;
  function tell(message: Parameters<LiveListener>[0]): void {
    for (const listener of listeners) {
      listener(message);
    }
  }
  function followVisibility(): void {
    if (document.visibilityState === 'hidden') {
      source?.close();
      source = undefined;
    } else if (source === undefined) {
      source = connect(url, tell);
    }
  }
  function onVisibilityChange(): void {
    followVisibility();
    tell({ topic: 'resync', ref: null });
  }
  followVisibility();
  document.addEventListener('visibilitychange', onVisibilityChange);
  return {
    listeners,
    close() {
      document.removeEventListener('visibilitychange', onVisibilityChange);
      source?.close();
    },
  };
}

/** Listens to the runner's stream; the last listener to leave closes it. Without EventSource polling alone remains. */
export function listenLive(listener: LiveListener, subPath: string): () => void {
  if (typeof EventSource === 'undefined') {
    return () => undefined;
  }
  const registry = globalThis as Registry;
  const live = (registry[registryKey] ??= open(`${subPath}${apiBase}/stream`));
  live.listeners.add(listener);
  return () => {
    live.listeners.delete(listener);
    if (live.listeners.size === 0) {
      live.close();
      delete registry[registryKey];
    }
  };
}
