import { PanelPlugin } from '@grafana/data';
import { addSimulationOptions, type SimulationOptions } from './options.ts';
import { SimulationPanel } from './SimulationPanel.tsx';

export const plugin = addSimulationOptions(new PanelPlugin<SimulationOptions>(SimulationPanel));
