import type { PluginMeta } from '@grafana/data';

export interface ConsolePersona {
  id: string;
  name: string;
  description: string;
  orgRole: string;
}

/** What the console's server writes into the page beside Grafana's own boot data. */
export interface ConsoleBoot {
  persona: ConsolePersona;
  personas: ConsolePersona[];
  theme: 'light' | 'dark';
  pluginIds: { app: string; panels: string[] };
}

declare global {
  interface Window {
    aicosConsole: ConsoleBoot;
    /** Browser tests wait for this. */
    aicosConsoleReady?: boolean;
    System: SystemLoader;
  }
}

export interface SystemLoader {
  set(id: string, module: object): void;
  import(id: string): Promise<Record<string, unknown>>;
  addImportMap(map: { imports: Record<string, string> }): void;
}

export type PluginSettings = PluginMeta & { module: string; baseUrl: string };

export function consoleBoot(): ConsoleBoot {
  return window.aicosConsole;
}
