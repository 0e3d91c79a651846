import { problemOf } from './problem.ts';

describe('problemOf', () => {
  it("reads the runner's problem", () => {
    const data = { type: 'about:blank', title: 'x', status: 409, code: 'already_decided', detail: 'Ben rejected it.' };

    expect(problemOf({ status: 409, data })).toMatchObject({
      kind: 'conflict',
      code: 'already_decided',
      message: 'Ben rejected it.',
    });
  });

  it('tells a proxy without a runner from a runner that is not ready', () => {
    const notReady = { code: 'starting', detail: 'migrations are running' };

    expect(problemOf({ status: 502, data: { message: 'bad gateway' } }).kind).toBe('unreachable');
    expect(problemOf({ status: 503, data: notReady })).toMatchObject({
      kind: 'failed',
      message: 'migrations are running',
    });
    expect(problemOf(new TypeError('fetch failed')).kind).toBe('unreachable');
  });

  it('shows Grafana’s own refusal as denied', () => {
    expect(problemOf({ status: 403, data: { message: 'plugin proxy route access denied' } })).toMatchObject({
      kind: 'denied',
      message: 'Grafana refused this call: your role does not allow it.',
    });
  });
});
