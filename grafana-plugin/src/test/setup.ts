import { setBackendSrv } from '@grafana/runtime';
import { setCurrentUser } from '@grafana/runtime';
import { cleanup } from '@testing-library/react';
import { testBackendSrv } from './backend-srv.ts';
import { sent, server, type RouteName } from './server.ts';

setBackendSrv(testBackendSrv);
setCurrentUser({ permissions: {} } as unknown as Parameters<typeof setCurrentUser>[0]);

Object.defineProperty(globalThis, 'ResizeObserver', {
  value: class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  },
});

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));

afterEach(() => {
  cleanup();
  server.resetHandlers();
  for (const name of Object.keys(sent) as RouteName[]) {
    delete sent[name];
  }
});

afterAll(() => server.close());
