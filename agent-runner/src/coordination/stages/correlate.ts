import { redKpis } from '../correlation/red-kpis.ts';
import { rankRootCauses } from '../correlation/root-cause.ts';
import type { Draft, Tools } from '../types.ts';

/** Which red KPIs are symptoms of which, before anybody looked into the data. */
export function correlate(draft: Draft, { options }: Tools): Draft {
  const red = redKpis(draft.input);
  const { blind } = draft.input;
  const notes = blind === null ? draft.notes : [...draft.notes, { stage: 'correlate', agentId: null, note: blind }];
  return { ...draft, notes, rootCauses: rankRootCauses(red, { evidence: new Map(), influence: options.influence }) };
}
