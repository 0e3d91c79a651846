import { simulatedActions } from '../../fixtures/actions.ts';
import { answer, refuse, unreachable } from '../test/server.ts';
import { get, getPage, nextCursor } from './client.ts';

describe('the client', () => {
  it('reads a list and its next page from the Link header', () => {
    expect(nextCursor('</api/ai-cos/actions?cursor=abc&limit=2>; rel="next"')).toBe('abc');
    expect(nextCursor(null)).toBeUndefined();
  });

  it('returns items in the order of the runner', async () => {
    answer('actions', [...simulatedActions]);

    expect((await getPage('/actions', { state: ['pending_approval', 'unknown'] })).items).toEqual(simulatedActions);
  });

  it('throws what the runner said', async () => {
    refuse('me', { status: 403, code: 'person_inactive', detail: 'Your account is inactive in the people file.' });

    await expect(get('/me')).rejects.toMatchObject({ code: 'person_inactive', kind: 'denied' });
  });

  it('throws "unreachable" when only Grafana answers', async () => {
    unreachable('me');

    await expect(get('/me')).rejects.toMatchObject({ kind: 'unreachable' });
  });
});
