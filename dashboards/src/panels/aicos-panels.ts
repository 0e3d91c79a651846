import type { Pole, SquadId } from '@ai-cos/catalog';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/dashboard';

/** A panel of the app plugin: asks the runner itself, so it has no query. */
function pluginPanel(type: string, title: string, description: string, options: object): PanelBuilder {
  return new PanelBuilder().type(type).title(title).description(description).options(options).span(24).height(12);
}

export function approvalPanel(only: { readonly pole?: Pole } = {}): PanelBuilder {
  return pluginPanel(
    'aicos-approval-panel',
    'Waiting for a decision',
    'Pending actions: what, why, expected effect, risk and cost. Who may decide is known to the runner alone.',
    { ...only, showDecided: false, showFilters: true, allowBulk: true }
  );
}

export function simulationPanel(): PanelBuilder {
  return pluginPanel(
    'aicos-simulation-panel',
    'What if …',
    'Set levers and see the predicted KPIs as bands against today. Nothing is carried out.',
    {}
  );
}

export function squadPanel(squad?: SquadId): PanelBuilder {
  return pluginPanel(
    'aicos-squad-panel',
    'Squads',
    'Lead, members, KPIs with score, current events and plans, track record.',
    squad === undefined ? {} : { squad }
  );
}
