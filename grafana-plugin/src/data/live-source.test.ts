import { listenLive, messageOf } from './live-source.ts';

class FakeEventSource {
  static readonly opened: FakeEventSource[] = [];
  readonly listeners = new Map<string, Array<(event: unknown) => void>>();
  readonly url: string;
  closed = false;

  constructor(url: string) {
    this.url = url;
    FakeEventSource.opened.push(this);
  }

  addEventListener(name: string, listener: (event: unknown) => void): void {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), listener]);
  }

  close(): void {
    this.closed = true;
  }

  emit(name: string, data = ''): void {
    for (const listener of this.listeners.get(name) ?? []) {
      listener({ data });
    }
  }
}

beforeEach(() => {
  FakeEventSource.opened.length = 0;
  Object.defineProperty(globalThis, 'EventSource', { value: FakeEventSource, configurable: true });
});

describe('the live stream', () => {
  it('is one per tab however many panels listen, and closes with the last', () => {
    const first = listenLive(jest.fn(), '/grafana');
    const second = listenLive(jest.fn(), '/grafana');

    expect(FakeEventSource.opened).toHaveLength(1);
    expect(FakeEventSource.opened[0]?.url).toBe('/grafana/api/plugin-proxy/aicos-app/api/ai-cos/stream');
    first();
    expect(FakeEventSource.opened[0]?.closed).toBe(false);
    second();
    expect(FakeEventSource.opened[0]?.closed).toBe(true);
  });

  it('asks for everything again after a break', () => {
    const listener = jest.fn();
    const stop = listenLive(listener, '');
    FakeEventSource.opened[0]?.emit('error');
    FakeEventSource.opened[0]?.emit('open');
    stop();

    expect(listener).toHaveBeenCalledWith({ topic: 'resync', ref: null });
  });

  it('lets go of its connection while the tab is hidden', () => {
    const stop = listenLive(jest.fn(), '');
    const visibility = jest.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(FakeEventSource.opened[0]?.closed).toBe(true);

    visibility.mockReturnValue('visible');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(FakeEventSource.opened).toHaveLength(2);
    stop();
    visibility.mockRestore();
  });

  it('reads named and unnamed messages, and takes nonsense for "something changed"', () => {
    expect(messageOf('action', '{"ref":"a1"}')).toEqual({ topic: 'action', ref: 'a1' });
    expect(messageOf('message', '{"topic":"kill-switch","ref":null}')).toEqual({ topic: 'kill-switch', ref: null });
    expect(messageOf('message', 'no json')).toEqual({ topic: 'resync', ref: null });
  });
});
