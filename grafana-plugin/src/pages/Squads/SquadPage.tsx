import React from 'react';
import { useParams } from 'react-router-dom';
import { ActionTable } from '../../components/ActionTable/ActionTable.tsx';
import { AppPage } from '../../components/AppPage/AppPage.tsx';
import { Nothing } from '../../components/Layout/Muted.tsx';
import { Section } from '../../components/Layout/Section.tsx';
import { QueryView } from '../../components/QueryView/QueryView.tsx';
import { SquadCard } from '../../components/Squad/SquadCard.tsx';
import { ItemLink } from '../../components/TextLink/ItemLink.tsx';
import { TrackRecordView } from '../../components/TrackRecord/TrackRecordView.tsx';
import { useActions } from '../../data/actions.ts';
import { useSquad } from '../../data/agents.ts';
import { squadName } from '../../format/words.ts';
import { links } from '../../links.ts';

const shownRows = 20;

export function SquadPage() {
  const { id = '' } = useParams();
  const squad = useSquad(id);
  const actions = useActions({ squad: id, sort: 'newest' });
  return (
    <AppPage title={`Squad ${squadName(id)}`} subTitle={<ItemLink href={links.squads()}>All squads</ItemLink>}>
      <QueryView query={squad}>
        {(data) => (
          <>
            <SquadCard squad={data} />
            <Section title="Track record">
              <TrackRecordView record={data.trackRecord} />
            </Section>
          </>
        )}
      </QueryView>
      <Section title="Actions">
        <QueryView query={actions}>
          {(rows) =>
            rows.length === 0 ? (
              <Nothing>This squad has proposed nothing yet.</Nothing>
            ) : (
              <ActionTable actions={rows.slice(0, shownRows)} />
            )
          }
        </QueryView>
      </Section>
    </AppPage>
  );
}
