import { standardEditorsRegistry, type StandardEditorsRegistryItem } from '@grafana/data';

const editorIds = [
  'number',
  'slider',
  'text',
  'strings',
  'boolean',
  'select',
  'multi-select',
  'radio',
  'unit',
  'color',
  'fieldColor',
  'links',
  'actions',
  'stats-picker',
  'timezone',
  'field-name',
  'dashboard-uid',
  'mappings',
  'thresholds',
];

/** A panel with options asks the registry for its editors while loading; the console edits no panels, so they render nothing. */
export function registerPanelEditors(): void {
  standardEditorsRegistry.setInit(() =>
    editorIds.map((id): StandardEditorsRegistryItem => ({ id, name: id, editor: () => null }))
  );
}
