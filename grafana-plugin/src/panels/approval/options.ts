import type { PanelPlugin } from '@grafana/data';
import { filterChoices, filterNames, type InboxFilter } from '../../components/ApprovalInbox/inbox-filter.ts';

export interface ApprovalOptions extends InboxFilter {
  showDecided: boolean;
  showFilters: boolean;
  allowBulk: boolean;
}

export function addApprovalOptions(panel: PanelPlugin<ApprovalOptions>): PanelPlugin<ApprovalOptions> {
  return panel.setPanelOptions((builder) => {
    for (const name of filterNames) {
      const { label, choices } = filterChoices[name];
      builder.addSelect({
        path: name,
        name: `Only ${label}`,
        category: ['Which actions'],
        settings: { options: choices, isClearable: true, allowCustomValue: false },
      });
    }
    return builder
      .addBooleanSwitch({
        path: 'showDecided',
        name: 'Also show decided actions',
        category: ['Which actions'],
        defaultValue: false,
      })
      .addBooleanSwitch({ path: 'showFilters', name: 'Show filters', defaultValue: true })
      .addBooleanSwitch({ path: 'allowBulk', name: 'Allow deciding several at once', defaultValue: true });
  });
}
