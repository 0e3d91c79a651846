import type { TargetSystem } from '@ai-cos/catalog';
import type { HttpTarget } from '../connectors/http-connector.ts';
import type { RunnerConfig } from './config.ts';

/** The systems a back office stands for. */
const BACKOFFICE_SYSTEMS: readonly TargetSystem[] = [
  'ads',
  'erp',
  'price-list',
  'warehouse',
  'helpdesk',
  'flags',
  'finance',
];

/** Targets of the connectors file over those of the back office; a system named in neither becomes work for people. */
export function connectorSettings({ backoffice, connectors, secretOf }: RunnerConfig): {
  targets: Partial<Record<TargetSystem, HttpTarget>>;
  internalOrigins: string[];
} {
  const targets: Partial<Record<TargetSystem, HttpTarget>> = {};
  const internalOrigins = [...connectors.internalOrigins];
  if (backoffice !== undefined) {
    for (const system of BACKOFFICE_SYSTEMS) targets[system] = { baseUrl: backoffice.url, token: backoffice.token };
    internalOrigins.push(new URL(backoffice.url).origin);
  }
  for (const [system, target] of Object.entries(connectors.targets) as [
    TargetSystem,
    { url: string; token: string },
  ][]) {
    targets[system] = { baseUrl: target.url, token: secretOf(target.token) };
  }
  return { targets, internalOrigins };
}
