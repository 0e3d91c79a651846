import { setBackendSrv, setCurrentUser } from '@grafana/runtime';
import { cleanup, configure } from '@testing-library/react';
import { testBackendSrv } from './backend-srv.ts';
import { sent, server, type RouteName } from './server.ts';

// A busy machine is slow, not wrong: waits end when the awaited thing is there.
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 10_000 });

setBackendSrv(testBackendSrv);
setCurrentUser({ permissions: {} } as unknown as Parameters<typeof setCurrentUser>[0]);

Object.defineProperty(globalThis, 'ResizeObserver', {
  value: class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  },
});

// jsdom lays nothing out; a virtual list needs a height to show rows in.
const layout = { clientHeight: 600, clientWidth: 800, offsetHeight: 600, offsetWidth: 800 };
for (const [name, value] of Object.entries(layout)) {
  Object.defineProperty(HTMLElement.prototype, name, { configurable: true, value });
}

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));

afterEach(() => {
  cleanup();
  server.resetHandlers();
  for (const name of Object.keys(sent) as RouteName[]) {
    delete sent[name];
  }
});

afterAll(() => server.close());
