import { appBase } from './constants.ts';

/** Addresses of every item, for links inside the app and from panels, alerts and messages. */
export const links = {
  home: () => `${appBase}/home`,
  actions: () => `${appBase}/actions`,
  action: (id: string) => `${appBase}/actions/${id}`,
  health: () => `${appBase}/health`,
  kpis: () => `${appBase}/kpis`,
  kpi: (id: string) => `${appBase}/kpis/${id}`,
  coordination: () => `${appBase}/coordination`,
  event: (id: string) => `${appBase}/coordination/${id}`,
  eventsOfKpi: (kpi: string) => `${appBase}/coordination?kpi=${encodeURIComponent(kpi)}`,
  simulations: () => `${appBase}/simulations`,
  newSimulation: () => `${appBase}/simulations/new`,
  simulateKpi: (kpi: string) => `${appBase}/simulations/new?kpi=${encodeURIComponent(kpi)}`,
  simulation: (id: string) => `${appBase}/simulations/${id}`,
  squads: () => `${appBase}/squads`,
  squad: (id: string) => `${appBase}/squads/${id}`,
  agents: () => `${appBase}/agents`,
  agent: (id: string) => `${appBase}/agents/${id}`,
  runbooks: () => `${appBase}/runbooks`,
  runbook: (name: string) => `${appBase}/runbooks/${name}`,
  settings: () => `${appBase}/settings`,
};
