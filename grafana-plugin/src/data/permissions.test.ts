import { grafanaActions } from '../constants.ts';
import { personas } from '../../fixtures/personas.ts';
import { permissionOf } from './permissions.ts';

const all = { role: 'Admin', hasAction: () => true };
const none = { role: 'Viewer', hasAction: () => false };

describe('permissionOf', () => {
  it('lets an approver decide who is only a Viewer in Grafana', () => {
    expect(permissionOf(personas.approver, 'decide', none)).toEqual({ allowed: true, whyNot: null });
  });

  it('keeps an Editor from deciding whom the people file does not name, and says why', () => {
    const { allowed, whyNot } = permissionOf(personas.editorWithoutRights, 'decide', all);

    expect(allowed).toBe(false);
    expect(whyNot).toContain('people file');
  });

  it('names the Grafana action that is missing before asking the runner', () => {
    expect(permissionOf(personas.admin, 'killSwitch', none).whyNot).toContain(grafanaActions.control);
    expect(permissionOf(personas.admin, 'pauseAgents', none).whyNot).toContain(grafanaActions.agents);
    expect(permissionOf(personas.admin, 'changeMode', all).allowed).toBe(true);
  });

  it('names the Grafana role a route asks for', () => {
    expect(permissionOf(personas.admin, 'readAudit', none).whyNot).toContain('role Admin');
    expect(permissionOf(personas.approver, 'simulate', { ...none, role: 'Editor' }).allowed).toBe(true);
  });
});
