import type { StreamMessage } from '@ai-cos/agent-runner/contract';
import { apiBase } from './client.ts';

export type LiveListener = (message: Pick<StreamMessage, 'topic' | 'ref'>) => void;

interface LiveSource {
  source: EventSource;
  listeners: Set<LiveListener>;
}

/**
 * A browser opens about six connections per host over HTTP/1.1, and every panel is a bundle of its own. The registry
 * symbol is the same in all of them, so a tab holds one stream however many panels listen.
 */
const registryKey = Symbol.for('aicos-app.live-source');

type Registry = { [registryKey]?: LiveSource };

const topics = ['event', 'plan', 'action', 'kpi', 'mode', 'kill-switch', 'simulation', 'agent', 'resync'] as const;

function refOf(data: unknown): string | null {
  if (typeof data !== 'string' || data === '') {
    return null;
  }
  const parsed: unknown = JSON.parse(data);
  const ref = typeof parsed === 'object' && parsed !== null ? Reflect.get(parsed, 'ref') : null;
  return typeof ref === 'string' ? ref : null;
}

function topicOf(data: unknown): StreamMessage['topic'] | undefined {
  const parsed: unknown = typeof data === 'string' && data !== '' ? JSON.parse(data) : null;
  const topic: unknown = typeof parsed === 'object' && parsed !== null ? Reflect.get(parsed, 'topic') : null;
  return topics.find((known) => known === topic);
}

function open(subPath: string): LiveSource {
  const source = new EventSource(`${subPath}${apiBase}/stream`);
  const listeners = new Set<LiveListener>();
  const tell: LiveListener = (message) => {
    for (const listener of listeners) {
      listener(message);
    }
  };
  for (const topic of topics) {
    source.addEventListener(topic, (event) => tell({ topic, ref: refOf(event.data) }));
  }
  source.addEventListener('message', (event) => {
    const topic = topicOf(event.data);
    if (topic !== undefined) {
      tell({ topic, ref: refOf(event.data) });
    }
  });
  // What was missed while the connection was down is unknown: reload once it is back.
  let wasDown = false;
  source.addEventListener('error', () => (wasDown = true));
  source.addEventListener('open', () => {
    if (wasDown) {
      wasDown = false;
      tell({ topic: 'resync', ref: null });
    }
  });
  return { source, listeners };
}

/** Listens to the runner's stream; the last listener to leave closes it. Without EventSource polling alone remains. */
export function listenLive(listener: LiveListener, subPath: string): () => void {
  if (typeof EventSource === 'undefined') {
    return () => undefined;
  }
  const registry = globalThis as Registry;
  const live = (registry[registryKey] ??= open(subPath));
  live.listeners.add(listener);
  return () => {
    live.listeners.delete(listener);
    if (live.listeners.size === 0) {
      live.source.close();
      delete registry[registryKey];
    }
  };
}
