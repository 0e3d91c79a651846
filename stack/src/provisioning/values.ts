import { join } from 'node:path';

import type { TimeScale } from '@ai-cos/alert-rules';

import type { Installation } from '../installation/installation.ts';
import type { PlaceholderValues } from './placeholders.ts';

const SLOWEST_SCRAPE_SECONDS = 30;

/** Ten looks per business day where days are short, every 30 s in production. */
export function timeScaleOf(daySeconds: number): TimeScale {
  const scrapeSeconds = Math.max(1, Math.min(SLOWEST_SCRAPE_SECONDS, Math.round(daySeconds / 10)));
  return { daySeconds, scrapeSeconds, evaluationSeconds: scrapeSeconds };
}

/** The values of an installation on this machine. */
export function localValues({ urls, state, secretFiles, daySeconds }: Installation): PlaceholderValues {
  const scale = timeScaleOf(daySeconds);
  return {
    EXPORTERS_TARGET: hostOf(urls.exporters),
    RUNNER_TARGET: hostOf(urls.runner),
    DEMO_TARGET: hostOf(urls.backoffice),
    PROMETHEUS_TARGET: hostOf(urls.prometheus),
    ALERTMANAGER_TARGET: hostOf(urls.alertmanager),
    EXPORTERS_URL: urls.exporters,
    RUNNER_URL: urls.runner,
    PROMETHEUS_URL: urls.prometheus,
    ALERTMANAGER_URL: urls.alertmanager,
    UI_URL: urls.ui,
    SCRAPE_INTERVAL: `${scale.scrapeSeconds}s`,
    EVALUATION_INTERVAL: `${scale.evaluationSeconds}s`,
    RULES_FOLDER: join(state.generated, 'rules'),
    DASHBOARDS_FOLDER: join(state.generated, 'dashboards'),
    WEBHOOK_TOKEN_FILE: secretFiles['webhook-token'],
    RESTRICTED_TOKEN_FILE: secretFiles['restricted-token'],
    PLUGIN_TOKEN_FILE: secretFiles['plugin-token'],
  };
}

function hostOf(url: string): string {
  return new URL(url).host;
}
