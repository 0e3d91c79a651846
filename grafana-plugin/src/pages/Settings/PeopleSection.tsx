import React from 'react';
import type { PersonView } from '@ai-cos/agent-runner/contract';
import { DataTable, type Column } from '../../components/Layout/DataTable.tsx';
import { Facts } from '../../components/Layout/Facts.tsx';
import { Section } from '../../components/Layout/Section.tsx';
import { QueryView } from '../../components/QueryView/QueryView.tsx';
import { useMe, usePeople } from '../../data/me.ts';
import type { RightName } from '../../data/permissions.ts';
import { sentence } from '../../format/words.ts';

const columns: ReadonlyArray<Column<PersonView>> = [
  { header: 'Person', cell: ({ name }) => name },
  { header: 'Groups', cell: ({ groups }) => groups.map((group) => sentence(group.replace(/^pole:/, ''))).join(', ') },
  {
    header: 'Here',
    cell: ({ active, absentUntil }) =>
      active ? (absentUntil === null ? 'yes' : `absent until ${absentUntil}`) : 'inactive',
  },
  { header: 'Open decisions', numeric: true, cell: ({ openDecisions }) => openDecisions },
];

const rightWords: Record<RightName, string> = {
  decide: 'Decide',
  createEvents: 'Raise events',
  simulate: 'Simulate',
  changeMode: 'Change the mode',
  killSwitch: 'Kill switch',
  pauseAgents: 'Pause agents',
  readAudit: 'Read the audit',
  delegate: 'Delegate',
};

function MyRights() {
  const query = useMe();
  return (
    <QueryView query={query}>
      {(me) => (
        <>
          <p>
            You are <strong>{me.name}</strong>
            {me.groups.length > 0 && `, in ${me.groups.join(', ')}`}
            {me.delegatedFrom.length > 0 && `, also for ${me.delegatedFrom.join(', ')}`}.
          </p>
          <Facts
            facts={Object.entries(me.rights).map(([name, { allowed, whyNot }]) => ({
              label: rightWords[name as RightName] ?? name,
              value: allowed ? 'yes' : (whyNot ?? 'no'),
            }))}
          />
        </>
      )}
    </QueryView>
  );
}

/** Who may decide, from the people file; and what the reader may do. */
export function PeopleSection() {
  const query = usePeople();
  return (
    <Section title="People and rights">
      <MyRights />
      <QueryView query={query}>
        {(people) => <DataTable label="People" columns={columns} rows={people} rowKey={({ id }) => id} />}
      </QueryView>
    </Section>
  );
}
