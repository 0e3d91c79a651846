import { join } from 'node:path';

import { renderRules } from '@ai-cos/alert-rules';
import { renderDashboards } from '@ai-cos/dashboards';

import { inRoot } from '../root.ts';
import { COMPOSE_DAY_SECONDS, composeValues } from './compose-values.ts';
import { renderProvisioning } from './render-folder.ts';
import { timeScaleOf } from './values.ts';
import { writeFolder } from './write-folder.ts';

const generated = inRoot('provisioning', 'generated');
const scale = timeScaleOf(COMPOSE_DAY_SECONDS);

renderProvisioning(generated, composeValues);
writeFolder(join(generated, 'rules'), renderRules(scale));
writeFolder(join(generated, 'dashboards'), renderDashboards(scale));
