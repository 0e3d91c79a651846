import React from 'react';
import type { AgentView } from '@ai-cos/agent-runner/contract';
import { AppPage } from '../../components/AppPage/AppPage.tsx';
import { DataTable, type Column } from '../../components/Layout/DataTable.tsx';
import { Section } from '../../components/Layout/Section.tsx';
import { QueryView } from '../../components/QueryView/QueryView.tsx';
import { AgentStateTag } from '../../components/Tag/tags.tsx';
import { AgentName, KpiName, NameList } from '../../components/TextLink/names.tsx';
import { successText } from '../../components/TrackRecord/TrackRecordView.tsx';
import { useAgents } from '../../data/agents.ts';
import { plural, sentence } from '../../format/words.ts';

const healthWords: Record<AgentView['health'], string> = {
  ok: 'ready',
  not_enough_data: 'not enough data',
  failing: 'failing',
};

const columns: ReadonlyArray<Column<AgentView>> = [
  { header: 'Agent', cell: ({ id }) => <AgentName id={id} /> },
  { header: 'State', cell: ({ state }) => <AgentStateTag state={state} /> },
  { header: 'Analyses', cell: ({ health }) => healthWords[health] },
  { header: 'Task', cell: ({ mission }) => mission },
  { header: 'Owns', cell: ({ owns }) => <NameList ids={owns} name={KpiName} /> },
  { header: 'Proposed', numeric: true, cell: ({ trackRecord }) => trackRecord.proposed },
  { header: 'Result', cell: ({ trackRecord }) => successText(trackRecord) },
];

function polesOf(agents: readonly AgentView[]): Array<[string, AgentView[]]> {
  const poles = new Map<string, AgentView[]>();
  for (const agent of agents) {
    poles.set(agent.pole, [...(poles.get(agent.pole) ?? []), agent]);
  }
  return [...poles];
}

export function AgentsPage() {
  const query = useAgents();
  return (
    <AppPage title="Agents" subTitle="Who analyses what; they propose, people decide">
      <QueryView query={query}>
        {(agents) => (
          <>
            {polesOf(agents).map(([pole, members]) => (
              <Section key={pole} title={sentence(pole)} aside={plural(members.length, 'agent')}>
                <DataTable label={`Agents of ${pole}`} columns={columns} rows={members} rowKey={({ id }) => id} />
              </Section>
            ))}
          </>
        )}
      </QueryView>
    </AppPage>
  );
}
