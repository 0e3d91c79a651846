import type { Me } from '@ai-cos/agent-runner/contract';
import { businessNow } from './ids.ts';

type Rights = Me['rights'];

const allowed = { allowed: true, whyNot: null };

function refused(whyNot: string): Rights['decide'] {
  return { allowed: false, whyNot };
}

const notNamed = refused('the people file names nobody with your account');

export const noRights: Rights = {
  decide: notNamed,
  createEvents: refused('needs the Grafana role Editor'),
  simulate: refused('needs the Grafana role Editor'),
  changeMode: refused('only the group admin changes the mode'),
  killSwitch: refused('only the group admin uses the kill switch'),
  pauseAgents: refused('only the group admin pauses agents'),
  readAudit: refused('only the group admin reads the audit'),
  delegate: notNamed,
};

export const allRights: Rights = {
  decide: allowed,
  createEvents: allowed,
  simulate: allowed,
  changeMode: allowed,
  killSwitch: allowed,
  pauseAgents: allowed,
  readAudit: allowed,
  delegate: allowed,
};

export function makeMe(part: Partial<Me> = {}): Me {
  return {
    personId: 'approver-a',
    name: 'Ada Approver',
    kind: 'person',
    groups: ['pole:business', 'pole:expansion'],
    delegatedFrom: [],
    rights: { ...noRights, decide: allowed, delegate: allowed, simulate: allowed, createEvents: allowed },
    company: { name: 'Demo shop', simulated: true, currency: 'EUR', timeZone: 'Europe/Paris' },
    businessNow,
    clockRate: 4320,
    version: '0.1.0',
    ...part,
  };
}
