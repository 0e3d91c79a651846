import React from 'react';
import { useSearchParams } from 'react-router-dom';
import { RadioButtonGroup } from '@grafana/ui';
import type { CoordinationEvent } from '@ai-cos/agent-runner/contract';
import { AppPage } from '../../components/AppPage/AppPage.tsx';
import { DataTable, type Column } from '../../components/Layout/DataTable.tsx';
import { Nothing } from '../../components/Layout/Muted.tsx';
import { Section } from '../../components/Layout/Section.tsx';
import { QueryView } from '../../components/QueryView/QueryView.tsx';
import { SeverityTag } from '../../components/Tag/tags.tsx';
import { Tag } from '../../components/Tag/Tag.tsx';
import { ItemLink } from '../../components/TextLink/ItemLink.tsx';
import { KpiName, NameList } from '../../components/TextLink/names.tsx';
import { useEvents } from '../../data/coordination.ts';
import { kpiLabel } from '../../format/kpi-value.ts';
import { formatBusinessDay } from '../../format/time.ts';
import { sentence } from '../../format/words.ts';
import { links } from '../../links.ts';
import { eventStateWord } from './event-words.ts';

const columns: ReadonlyArray<Column<CoordinationEvent>> = [
  { header: 'Event', cell: ({ id, title }) => <ItemLink href={links.event(id)}>{title}</ItemLink> },
  { header: 'Severity', cell: ({ severity }) => <SeverityTag severity={severity} /> },
  {
    header: 'State',
    cell: (event) => <Tag tone={event.closedAt === null ? 'info' : 'neutral'}>{eventStateWord(event)}</Tag>,
  },
  { header: 'KPIs', cell: ({ kpiIds }) => <NameList ids={kpiIds} name={KpiName} /> },
  { header: 'Actions', numeric: true, cell: ({ actionsTriggered }) => actionsTriggered },
  { header: 'From', cell: ({ origin }) => sentence(origin) },
  { header: 'Since', cell: ({ createdAsOf }) => formatBusinessDay(createdAsOf) },
];

/** Events that became plans; an alert links here with its KPI. */
export function CoordinationPage() {
  const [search, setSearch] = useSearchParams();
  const kpi = search.get('kpi');
  const openOnly = search.get('show') !== 'all';
  const query = useEvents(openOnly ? { open: true } : {});
  return (
    <AppPage
      title="Coordination"
      subTitle="What was noticed and the one plan made for it"
      actions={
        <RadioButtonGroup
          aria-label="Which events"
          options={[
            { label: 'Open', value: 'open' },
            { label: 'All', value: 'all' },
          ]}
          value={openOnly ? 'open' : 'all'}
          onChange={(show) => setSearch({ ...(kpi === null ? {} : { kpi }), show }, { replace: true })}
        />
      }
    >
      <Section title={kpi === null ? 'Events' : `Events about ${kpiLabel(kpi)}`}>
        <QueryView query={query}>
          {(events) => {
            const rows = kpi === null ? events : events.filter(({ kpiIds }) => kpiIds.some((id) => id === kpi));
            return rows.length === 0 ? (
              <Nothing>{openOnly ? 'No open event.' : 'No event yet.'}</Nothing>
            ) : (
              <DataTable label="Events" columns={columns} rows={rows} rowKey={({ id }) => id} />
            );
          }}
        </QueryView>
      </Section>
    </AppPage>
  );
}
