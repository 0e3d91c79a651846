import React from 'react';
import { useParams } from 'react-router-dom';
import type { CoordinationEventDetail } from '@ai-cos/agent-runner/contract';
import { AppPage } from '../../components/AppPage/AppPage.tsx';
import { Facts } from '../../components/Layout/Facts.tsx';
import { Muted, Nothing } from '../../components/Layout/Muted.tsx';
import { Section } from '../../components/Layout/Section.tsx';
import { QueryView } from '../../components/QueryView/QueryView.tsx';
import { SeverityTag } from '../../components/Tag/tags.tsx';
import { ItemLink } from '../../components/TextLink/ItemLink.tsx';
import { AgentName, KpiName, NameList, SquadName } from '../../components/TextLink/names.tsx';
import { useEvent, usePlan } from '../../data/coordination.ts';
import { formatBusinessDate, formatWallTime } from '../../format/time.ts';
import { plural, sentence } from '../../format/words.ts';
import { links } from '../../links.ts';
import { eventStateWord } from './event-words.ts';
import { PlanSections } from './PlanSections.tsx';

function Noticed({ event }: { event: CoordinationEventDetail }) {
  return (
    <Section title="What was noticed">
      <Facts
        facts={[
          { label: 'Severity', value: <SeverityTag severity={event.severity} /> },
          { label: 'State', value: eventStateWord(event) },
          { label: 'Kind', value: sentence(event.eventType.toLowerCase()) },
          { label: 'Since', value: formatBusinessDate(event.createdAsOf) },
          { label: 'KPIs', value: <NameList ids={event.kpiIds} name={KpiName} /> },
          { label: 'Squads', value: <NameList ids={event.squadIds} name={SquadName} /> },
          { label: 'Raised by', value: <AgentName id={event.sourceAgentId} /> },
        ]}
      />
      {event.episodes.map((episode) => (
        <div key={episode.id}>
          <ItemLink href={links.runbook(episode.alertName)}>{episode.alertName}</ItemLink>{' '}
          <Muted>
            {episode.severity}, {episode.status} since {formatWallTime(episode.startsAt)}, seen{' '}
            {plural(episode.seenCount, 'time')}
          </Muted>
        </div>
      ))}
      {event.origin === 'simulated' && <Muted>Raised by hand with supplied facts, not by an alert.</Muted>}
    </Section>
  );
}

export function EventPage() {
  const { id = '' } = useParams();
  const event = useEvent(id);
  const plan = usePlan(event.data?.planId);
  return (
    <AppPage
      title={event.data?.title ?? 'Event'}
      subTitle={<ItemLink href={links.coordination()}>All events</ItemLink>}
    >
      <QueryView query={event}>
        {(data) => (
          <>
            <Noticed event={data} />
            {data.planId === null ? (
              <Nothing>No plan yet: {eventStateWord(data).toLowerCase()}.</Nothing>
            ) : (
              <QueryView query={plan} loading="Reading the plan">
                {(found) => <PlanSections plan={found} />}
              </QueryView>
            )}
          </>
        )}
      </QueryView>
    </AppPage>
  );
}
