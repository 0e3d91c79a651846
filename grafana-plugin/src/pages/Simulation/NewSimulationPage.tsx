import React from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import type { ScenarioType } from '@ai-cos/agent-runner/contract';
import { AppPage } from '../../components/AppPage/AppPage.tsx';
import { Section } from '../../components/Layout/Section.tsx';
import { SimulationForm } from '../../components/Simulation/SimulationForm.tsx';
import { ItemLink } from '../../components/TextLink/ItemLink.tsx';
import { kpiLabel } from '../../format/kpi-value.ts';
import { links } from '../../links.ts';
import { scenarioFor } from './scenario-for.ts';

export function NewSimulationPage() {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const kpi = search.get('kpi');
  const type: ScenarioType = scenarioFor(kpi);
  return (
    <AppPage
      title={kpi === null ? 'New simulation' : `Simulate ${kpiLabel(kpi)}`}
      subTitle={<ItemLink href={links.simulations()}>Saved runs</ItemLink>}
    >
      <Section title="Levers">
        <SimulationForm type={type} onStarted={(id) => navigate(links.simulation(id))} />
      </Section>
    </AppPage>
  );
}
