/** Ids as in the plugin.json files; a test compares them. */
export const appId = 'aicos-app';
export const panelIds = {
  approval: 'aicos-approval-panel',
  simulation: 'aicos-simulation-panel',
  squad: 'aicos-squad-panel',
} as const;

export const appBase = `/a/${appId}`;

/** Grafana actions of plugin.json's Operator role. */
export const grafanaActions = {
  control: 'aicos-app.control:write',
  agents: 'aicos-app.agents:write',
} as const;
