import React from 'react';
import { useParams } from 'react-router-dom';
import { AppPage } from '../../components/AppPage/AppPage.tsx';
import { Section } from '../../components/Layout/Section.tsx';
import { SimulationView } from '../../components/Simulation/SimulationView.tsx';
import { ItemLink } from '../../components/TextLink/ItemLink.tsx';
import { useSimulation } from '../../data/simulations.ts';
import { links } from '../../links.ts';

export function SimulationPage() {
  const { id = '' } = useParams();
  const { data } = useSimulation(id);
  return (
    <AppPage
      title={data?.scenarioName ?? 'Simulation'}
      subTitle={<ItemLink href={links.simulations()}>Saved runs</ItemLink>}
    >
      <Section title="Result">
        <SimulationView id={id} />
      </Section>
    </AppPage>
  );
}
