import React from 'react';
import { useSearchParams } from 'react-router-dom';
import { Tab, TabsBar } from '@grafana/ui';
import type { ActionState } from '@ai-cos/agent-runner/contract';
import { AppPage } from '../../components/AppPage/AppPage.tsx';
import { ApprovalInbox } from '../../components/ApprovalInbox/ApprovalInbox.tsx';
import { filterNames, type InboxFilter } from '../../components/ApprovalInbox/inbox-filter.ts';
import { droppedStates, finishedStates, runningStates, waitingStates } from '../../data/action-groups.ts';
import { useViewport } from './use-viewport.ts';

interface Group {
  id: string;
  label: string;
  states: readonly ActionState[];
  empty: string;
}

const groups: readonly [Group, ...Group[]] = [
  {
    id: 'waiting',
    label: 'Needs a decision',
    states: waitingStates,
    empty: 'Nothing waits for a decision. New proposals appear here by themselves.',
  },
  { id: 'running', label: 'On its way', states: runningStates, empty: 'Nothing is being carried out.' },
  { id: 'finished', label: 'Carried out', states: finishedStates, empty: 'Nothing has a verdict yet.' },
  { id: 'dropped', label: 'Not carried out', states: droppedStates, empty: 'Nothing was rejected or expired.' },
];

function filterOf(query: URLSearchParams): InboxFilter {
  const filter: InboxFilter = {};
  for (const name of filterNames) {
    const value = query.get(name);
    if (value !== null) {
      filter[name] = value;
    }
  }
  return filter;
}

export function ActionsPage() {
  const [query, setQuery] = useSearchParams();
  const { width, height } = useViewport();
  const group = groups.find(({ id }) => id === query.get('group')) ?? groups[0];
  return (
    <AppPage title="Actions" subTitle="j and k move, a approves, c asks for changes, r rejects, x marks">
      <TabsBar>
        {groups.map(({ id, label }) => (
          <Tab
            key={id}
            label={label}
            active={id === group.id}
            onChangeTab={() => setQuery({ group: id }, { replace: true })}
          />
        ))}
      </TabsBar>
      <ApprovalInbox
        key={group.id}
        width={width}
        height={height}
        states={group.states}
        fixedFilter={filterOf(query)}
        showFilters
        allowBulk={group.id === 'waiting'}
        empty={group.empty}
      />
    </AppPage>
  );
}
