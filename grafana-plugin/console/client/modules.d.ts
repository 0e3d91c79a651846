declare module 'systemjs/dist/system.js';
declare module 'systemjs/dist/extras/amd.js';
declare module 'systemjs/dist/extras/named-register.js';
declare module 'grafana-internals/plugin-page' {
  import type { ComponentType } from 'react';
  import type { PluginPageProps } from '@grafana/runtime';
  export function setPluginPage(component: ComponentType<PluginPageProps>): void;
}
// The copies Grafana's own packages use; the bundler resolves both names from the folder of @grafana/ui.
declare module 'react-router-dom' {
  import type { ComponentType, ReactNode } from 'react';
  export const Router: ComponentType<{ history: unknown; children?: ReactNode }>;
}
declare module 'react-router-dom-v5-compat' {
  import type { ComponentType, ReactNode } from 'react';
  export const CompatRouter: ComponentType<{ children?: ReactNode }>;
  export const Routes: ComponentType<{ children?: ReactNode }>;
  export const Route: ComponentType<{ path: string; element: ReactNode }>;
  export const Navigate: ComponentType<{ to: string; replace?: boolean }>;
  export function useLocation(): { pathname: string; search: string };
}
