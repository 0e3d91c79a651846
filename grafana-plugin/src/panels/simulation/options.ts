import type { PanelPlugin } from '@grafana/data';
import type { ScenarioType } from '@ai-cos/agent-runner/contract';
import { leverForms, scenarioTypes } from '../../components/Simulation/levers.ts';

export interface SimulationOptions {
  scenario: ScenarioType;
}

export function addSimulationOptions(panel: PanelPlugin<SimulationOptions>): PanelPlugin<SimulationOptions> {
  return panel.setPanelOptions((builder) =>
    builder.addRadio({
      path: 'scenario',
      name: 'Scenario at first',
      defaultValue: 'pricing',
      settings: { options: scenarioTypes.map((value) => ({ value, label: leverForms[value].label })) },
    })
  );
}
