import type { PanelPlugin } from '@grafana/data';
import { filterChoices } from '../../components/ApprovalInbox/inbox-filter.ts';

export interface SquadOptions {
  squad?: string;
}

export function addSquadOptions(panel: PanelPlugin<SquadOptions>): PanelPlugin<SquadOptions> {
  return panel.setPanelOptions((builder) =>
    builder.addSelect({
      path: 'squad',
      name: 'Only squad',
      description: 'Empty shows all squads',
      settings: { options: filterChoices.squad.choices, isClearable: true },
    })
  );
}
