import type { PlaceholderValues } from './placeholders.ts';
import { timeScaleOf } from './values.ts';

/** docker-compose.yml starts the simulated company, so its configuration runs at the demo's speed. */
export const COMPOSE_DAY_SECONDS = 20;

const scale = timeScaleOf(COMPOSE_DAY_SECONDS);

/** Service names, ports and mounts of docker-compose.yml. */
export const composeValues: PlaceholderValues = {
  EXPORTERS_TARGET: 'exporters:9464',
  RUNNER_TARGET: 'agent-runner:8787',
  DEMO_TARGET: 'demo:8790',
  PROMETHEUS_TARGET: 'prometheus:9090',
  ALERTMANAGER_TARGET: 'alertmanager:9093',
  EXPORTERS_URL: 'http://exporters:9464',
  RUNNER_URL: 'http://agent-runner:8787',
  PROMETHEUS_URL: 'http://prometheus:9090',
  ALERTMANAGER_URL: 'http://alertmanager:9093',
  UI_URL: 'http://localhost:3000',
  SCRAPE_INTERVAL: `${scale.scrapeSeconds}s`,
  EVALUATION_INTERVAL: `${scale.evaluationSeconds}s`,
  RULES_FOLDER: '/etc/prometheus/rules',
  DASHBOARDS_FOLDER: '/var/lib/grafana/dashboards',
  WEBHOOK_TOKEN_FILE: '/run/secrets/webhook-token',
  RESTRICTED_TOKEN_FILE: '/run/secrets/restricted-token',
  PLUGIN_TOKEN_FILE: '/run/secrets/plugin-token',
};
