import React from 'react';
import { AppPage } from '../../components/AppPage/AppPage.tsx';
import { Columns } from '../../components/Layout/Columns.tsx';
import { QueryView } from '../../components/QueryView/QueryView.tsx';
import { SquadCard } from '../../components/Squad/SquadCard.tsx';
import { useSquads } from '../../data/agents.ts';

export function SquadsPage() {
  const query = useSquads();
  return (
    <AppPage title="Squads" subTitle="Who works together on which KPIs, and how well it goes">
      <QueryView query={query}>
        {(squads) => (
          <Columns minimum={360}>
            {squads.map((squad) => (
              <SquadCard key={squad.id} squad={squad} />
            ))}
          </Columns>
        )}
      </QueryView>
    </AppPage>
  );
}
