import type { IncomingMessage } from 'node:http';
import type { Me } from '@ai-cos/agent-runner/contract';
import { personas } from '../../../../grafana-plugin/fixtures/personas.ts';

const byIdentifier: Readonly<Record<string, Me>> = {
  viewer: personas.viewer,
  'approver-a': personas.approver,
  'approver-b': personas.otherApprover,
  admin: personas.admin,
};

/** Who the console signed in; the fixture reads the token and leaves its verification to the real runner's tests. */
export function personOf(request: IncomingMessage): Me {
  const token = request.headers['x-grafana-id'];
  const claims =
    typeof token === 'string' ? Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8') : '{}';
  const { identifier = '' } = JSON.parse(claims) as { identifier?: string };
  return byIdentifier[identifier] ?? personas.viewer;
}
