import React, { lazy, Suspense } from 'react';
import { Navigate, Route, Routes, useParams } from 'react-router-dom';
import type { AppRootProps } from '@grafana/data';
import { LoadingPlaceholder } from '@grafana/ui';
import { DataRoot } from '../components/DataRoot/DataRoot.tsx';
import { appBase } from '../constants.ts';
import { links } from '../links.ts';
import { PageErrorBoundary } from './PageErrorBoundary.tsx';

const HomePage = lazy(async () => ({ default: (await import('../pages/Home/HomePage.tsx')).HomePage }));
const ActionsPage = lazy(async () => ({ default: (await import('../pages/Actions/ActionsPage.tsx')).ActionsPage }));
const ActionPage = lazy(async () => ({ default: (await import('../pages/Actions/ActionPage.tsx')).ActionPage }));
const HealthPage = lazy(async () => ({ default: (await import('../pages/Health/HealthPage.tsx')).HealthPage }));
const KpisPage = lazy(async () => ({ default: (await import('../pages/Kpis/KpisPage.tsx')).KpisPage }));
const KpiPage = lazy(async () => ({ default: (await import('../pages/Kpis/KpiPage.tsx')).KpiPage }));
const CoordinationPage = lazy(async () => ({
  default: (await import('../pages/Coordination/CoordinationPage.tsx')).CoordinationPage,
}));
const EventPage = lazy(async () => ({ default: (await import('../pages/Coordination/EventPage.tsx')).EventPage }));
const SquadsPage = lazy(async () => ({ default: (await import('../pages/Squads/SquadsPage.tsx')).SquadsPage }));
const SquadPage = lazy(async () => ({ default: (await import('../pages/Squads/SquadPage.tsx')).SquadPage }));
const AgentsPage = lazy(async () => ({ default: (await import('../pages/Agents/AgentsPage.tsx')).AgentsPage }));
const AgentPage = lazy(async () => ({ default: (await import('../pages/Agents/AgentPage.tsx')).AgentPage }));
const RunbooksPage = lazy(async () => ({ default: (await import('../pages/Runbooks/RunbooksPage.tsx')).RunbooksPage }));
const RunbookPage = lazy(async () => ({ default: (await import('../pages/Runbooks/RunbookPage.tsx')).RunbookPage }));
const SettingsPage = lazy(async () => ({ default: (await import('../pages/Settings/SettingsPage.tsx')).SettingsPage }));
const SimulationsPage = lazy(async () => ({
  default: (await import('../pages/Simulation/SimulationsPage.tsx')).SimulationsPage,
}));
const NewSimulationPage = lazy(async () => ({
  default: (await import('../pages/Simulation/NewSimulationPage.tsx')).NewSimulationPage,
}));
const SimulationPage = lazy(async () => ({
  default: (await import('../pages/Simulation/SimulationPage.tsx')).SimulationPage,
}));

/** Messages sent before this version and the reference speak of approvals. */
function ToAction() {
  const { id = '' } = useParams();
  return <Navigate to={links.action(id)} replace />;
}

export function App(_props: AppRootProps) {
  return (
    <DataRoot>
      <PageErrorBoundary>
        <Suspense fallback={<LoadingPlaceholder text="Loading the page" />}>
          <Routes>
            <Route path="home" element={<HomePage />} />
            <Route path="actions" element={<ActionsPage />} />
            <Route path="actions/:id" element={<ActionPage />} />
            <Route path="approvals/:id" element={<ToAction />} />
            <Route path="health" element={<HealthPage />} />
            <Route path="kpis" element={<KpisPage />} />
            <Route path="kpis/:id" element={<KpiPage />} />
            <Route path="coordination" element={<CoordinationPage />} />
            <Route path="coordination/:id" element={<EventPage />} />
            <Route path="simulations" element={<SimulationsPage />} />
            <Route path="simulations/new" element={<NewSimulationPage />} />
            <Route path="simulations/:id" element={<SimulationPage />} />
            <Route path="squads" element={<SquadsPage />} />
            <Route path="squads/:id" element={<SquadPage />} />
            <Route path="agents" element={<AgentsPage />} />
            <Route path="agents/:id" element={<AgentPage />} />
            <Route path="runbooks" element={<RunbooksPage />} />
            <Route path="runbooks/:name" element={<RunbookPage />} />
            <Route path="settings" element={<SettingsPage />} />
            <Route path="*" element={<Navigate to={`${appBase}/home`} replace />} />
          </Routes>
        </Suspense>
      </PageErrorBoundary>
    </DataRoot>
  );
}
