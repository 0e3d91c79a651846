import { join } from 'node:path';

import { renderRules } from '@ai-cos/alert-rules';
import { renderDashboards } from '@ai-cos/dashboards';

import type { Installation } from '../installation/installation.ts';
import { renderProvisioning } from './render-folder.ts';
import { localValues, timeScaleOf } from './values.ts';
import { writeFolder } from './write-folder.ts';

/** Writes every configuration of this installation, at its speed, into the generated folder. */
export function renderInstallation(installation: Installation): void {
  const { generated } = installation.state;
  const scale = timeScaleOf(installation.daySeconds);
  writeFolder(join(generated, 'rules'), renderRules(scale));
  writeFolder(join(generated, 'dashboards'), renderDashboards(scale));
  renderProvisioning(generated, localValues(installation));
}
