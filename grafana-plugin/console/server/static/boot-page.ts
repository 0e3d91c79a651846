import { grantedActions, type PluginRole } from '../proxy/granted-actions.ts';
import { personas, type Persona } from '../identity/personas.ts';

export type Theme = 'light' | 'dark';

export interface BootPage {
  persona: Persona;
  theme: Theme;
  roles: readonly PluginRole[];
  panelIds: string[];
  version: string;
}

/** JSON inside a script element: `<` could close it. */
function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

function grafanaBootData({ persona, theme, roles, version }: BootPage): Record<string, unknown> {
  const permissions = Object.fromEntries([...grantedActions(roles, persona.orgRole)].map((action) => [action, true]));
  return {
    user: {
      id: persona.userId,
      uid: persona.id,
      login: persona.login,
      email: persona.email,
      name: persona.name,
      isSignedIn: true,
      isGrafanaAdmin: false,
      orgId: 1,
      orgName: 'Main Org.',
      orgRole: persona.orgRole,
      lightTheme: theme === 'light',
      theme,
      timezone: 'browser',
      weekStart: 'monday',
      language: 'en-US',
      locale: 'en-US',
      permissions,
    },
    settings: {
      appSubUrl: '',
      featureToggles: {},
      buildInfo: { version, commit: 'console', env: 'production', edition: 'Open Source' },
      panels: {},
      apps: {},
      datasources: {},
    },
    navTree: [],
    assets: {},
  };
}

export function bootPage(page: BootPage): string {
  const switcher = personas.map(({ id, name, description, orgRole }) => ({ id, name, description, orgRole }));
  const { id, name, description, orgRole } = page.persona;
  const consoleBoot = {
    persona: { id, name, description, orgRole },
    personas: switcher,
    theme: page.theme,
    pluginIds: { app: 'aicos-app', panels: page.panelIds },
  };
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<base href="/">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>AI-COS</title>
<link rel="stylesheet" href="/public/console/console.css">
<link rel="icon" href="/public/plugins/aicos-app/img/logo.svg">
<style>body{margin:0;background:${page.theme === 'dark' ? '#111217' : '#f4f5f5'};color:${page.theme === 'dark' ? '#ccccdc' : '#24292e'};font-family:Inter,Helvetica,Arial,sans-serif}
@font-face{font-family:Inter;font-weight:400;font-display:swap;src:url(/public/fonts/inter/Inter-Regular.woff2) format('woff2')}
@font-face{font-family:Inter;font-weight:500;font-display:swap;src:url(/public/fonts/inter/Inter-Medium.woff2) format('woff2')}</style>
<script>window.__grafana_public_path__='/public/';
window.grafanaBootData=${scriptJson(grafanaBootData(page))};
window.aicosConsole=${scriptJson(consoleBoot)};</script>
</head>
<body class="theme-${page.theme}">
<div id="reactRoot"></div>
<script type="module" src="/public/console/console.js"></script>
</body>
</html>
`;
}
