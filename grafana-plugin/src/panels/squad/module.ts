import { PanelPlugin } from '@grafana/data';
import { addSquadOptions, type SquadOptions } from './options.ts';
import { SquadPanel } from './SquadPanel.tsx';

export const plugin = addSquadOptions(new PanelPlugin<SquadOptions>(SquadPanel));
