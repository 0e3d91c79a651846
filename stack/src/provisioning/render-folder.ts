import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

import { inRoot } from '../root.ts';
import type { PlaceholderValues } from './placeholders.ts';
import { renderTemplate } from './render-template.ts';

const PARTS = ['prometheus', 'alertmanager', 'grafana'];

/** Renders every template of `provisioning/` into a folder of the same shape. */
export function renderProvisioning(into: string, values: PlaceholderValues): void {
  for (const part of PARTS) {
    for (const entry of readdirSync(inRoot('provisioning', part), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const template = join(entry.parentPath, entry.name);
      const target = join(into, relative(inRoot('provisioning'), template));
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, renderTemplate(relative(inRoot(), template), readFileSync(template, 'utf8'), values));
    }
  }
}
