import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { renderRules } from '@ai-cos/alert-rules';

import type { Installation } from '../installation/installation.ts';
import { renderProvisioning } from './render-folder.ts';
import { localValues, timeScaleOf } from './values.ts';

/** Writes every configuration of this installation, at its speed, into the generated folder. */
export function renderInstallation(installation: Installation): void {
  const { generated } = installation.state;
  const scale = timeScaleOf(installation.daySeconds);
  writeFiles(join(generated, 'rules'), renderRules(scale));
  renderProvisioning(generated, localValues(installation));
}

function writeFiles(folder: string, files: ReadonlyMap<string, string>): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of files) writeFileSync(join(folder, name), content);
}
