import { mkdirSync, writeFileSync } from 'node:fs';

import { timeToDetectPage } from '@ai-cos/alert-rules';

import { inRoot } from '../root.ts';
import { agentPage } from './agent-page.ts';
import { alertPage } from './alert-page.ts';
import { kpiPage } from './kpi-page.ts';
import { metricPage } from './metric-page.ts';

const pages = {
  'kpis.md': kpiPage(),
  'agents.md': agentPage(),
  'alerts.md': alertPage(),
  'metrics.md': metricPage(),
  'time-to-detect.md': timeToDetectPage(),
};

mkdirSync(inRoot('docs', 'reference'), { recursive: true });
for (const [name, text] of Object.entries(pages)) writeFileSync(inRoot('docs', 'reference', name), text);
