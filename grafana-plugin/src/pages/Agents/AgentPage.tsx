import React from 'react';
import { useParams } from 'react-router-dom';
import type { AgentDetail } from '@ai-cos/agent-runner/contract';
import { ActionTable } from '../../components/ActionTable/ActionTable.tsx';
import { AppPage } from '../../components/AppPage/AppPage.tsx';
import { DataTable, type Column } from '../../components/Layout/DataTable.tsx';
import { Facts } from '../../components/Layout/Facts.tsx';
import { Nothing } from '../../components/Layout/Muted.tsx';
import { Section } from '../../components/Layout/Section.tsx';
import { QueryView } from '../../components/QueryView/QueryView.tsx';
import { AgentStateTag } from '../../components/Tag/tags.tsx';
import { ItemLink } from '../../components/TextLink/ItemLink.tsx';
import { KpiName, NameList, SquadName } from '../../components/TextLink/names.tsx';
import { TrackRecordView } from '../../components/TrackRecord/TrackRecordView.tsx';
import { Why } from '../../components/Why/Why.tsx';
import { useActions } from '../../data/actions.ts';
import { useAgent } from '../../data/agents.ts';
import { formatNumber } from '../../format/number.ts';
import { formatWallTime } from '../../format/time.ts';
import { agentName, sentence } from '../../format/words.ts';
import { links } from '../../links.ts';
import { AgentTrust } from './AgentTrust.tsx';
import { PauseControl } from './PauseControl.tsx';

const shownRows = 20;

const findingColumns: ReadonlyArray<Column<AgentDetail['recentFindings'][number]>> = [
  { header: 'Finding', cell: ({ title, eventId }) => <ItemLink href={links.event(eventId)}>{title}</ItemLink> },
  { header: 'Severity', cell: ({ severity }) => sentence(severity) },
  { header: 'When', cell: ({ at }) => formatWallTime(at) },
];

const relevanceColumns: ReadonlyArray<Column<AgentDetail['recentRelevance'][number]>> = [
  { header: 'Event', cell: ({ eventId }) => <ItemLink href={links.event(eventId)}>Event and plan</ItemLink> },
  { header: 'Relevance 0–1', numeric: true, cell: ({ score }) => formatNumber(score, 2) },
  { header: 'Spoke', cell: ({ speaks }) => (speaks ? 'yes' : 'no') },
  { header: 'Why', cell: ({ reason }) => reason },
  { header: 'When', cell: ({ at }) => formatWallTime(at) },
];

function About({ agent }: { agent: AgentDetail }) {
  return (
    <Section title="About">
      <p>{agent.mission}</p>
      <Facts
        facts={[
          { label: 'State', value: <AgentStateTag state={agent.state} /> },
          { label: 'Pole', value: sentence(agent.pole) },
          { label: 'Squads', value: <NameList ids={agent.squads} name={SquadName} /> },
          { label: 'Owns', value: <NameList ids={agent.owns} name={KpiName} /> },
          { label: 'Watches', value: <NameList ids={agent.watches} name={KpiName} /> },
          { label: 'Knows about', value: agent.expertise.join(', ') },
        ]}
      />
      {agent.stateReason !== null && <p>{agent.stateReason}</p>}
      <PauseControl agent={agent} />
    </Section>
  );
}

function Proposals({ id }: { id: string }) {
  const query = useActions({ agent: id, sort: 'newest' });
  return (
    <Section title="Proposals">
      <QueryView query={query}>
        {(actions) =>
          actions.length === 0 ? (
            <Nothing>Nothing proposed yet.</Nothing>
          ) : (
            <ActionTable actions={actions.slice(0, shownRows)} />
          )
        }
      </QueryView>
    </Section>
  );
}

export function AgentPage() {
  const { id = '' } = useParams();
  const query = useAgent(id);
  return (
    <AppPage title={agentName(id)} subTitle={<ItemLink href={links.agents()}>All agents</ItemLink>}>
      <QueryView query={query}>
        {(agent) => (
          <>
            <About agent={agent} />
            <Section title="Track record">
              <TrackRecordView record={agent.trackRecord} />
            </Section>
            <AgentTrust id={agent.id} />
            <Section title="Latest findings">
              {agent.recentFindings.length === 0 ? (
                <Nothing>No finding yet.</Nothing>
              ) : (
                <DataTable
                  label="Findings"
                  columns={findingColumns}
                  rows={agent.recentFindings}
                  rowKey={({ id: key }) => key}
                />
              )}
            </Section>
            <Proposals id={agent.id} />
            <Why label="When it spoke and when it stayed silent">
              <DataTable
                label="Relevance"
                columns={relevanceColumns}
                rows={agent.recentRelevance}
                rowKey={({ eventId }) => eventId}
              />
            </Why>
            <Why label="Analyses and playbooks">
              <ul>
                {[...agent.analyses, ...agent.playbooks].map(({ id: key, title }) => (
                  <li key={key}>{title}</li>
                ))}
              </ul>
            </Why>
          </>
        )}
      </QueryView>
    </AppPage>
  );
}
