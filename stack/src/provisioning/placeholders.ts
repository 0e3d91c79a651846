/**
 * What the templates in `provisioning/` may name as `${NAME}`. A template with another name is refused, so that
 * neither a typing error nor a shell variable ends up in a configuration.
 */
export const PLACEHOLDERS = [
  /** host:port of what Prometheus scrapes or talks to. */
  'EXPORTERS_TARGET',
  'RUNNER_TARGET',
  'DEMO_TARGET',
  'PROMETHEUS_TARGET',
  'ALERTMANAGER_TARGET',
  /** Addresses with scheme, without trailing slash. */
  'EXPORTERS_URL',
  'RUNNER_URL',
  'PROMETHEUS_URL',
  'ALERTMANAGER_URL',
  'UI_URL',
  /** Prometheus durations. */
  'SCRAPE_INTERVAL',
  'EVALUATION_INTERVAL',
  /** Folders and files on the machine that runs the service. */
  'RULES_FOLDER',
  'DASHBOARDS_FOLDER',
  'WEBHOOK_TOKEN_FILE',
  /** Token for the KPIs of sensitivity `restricted`. */
  'RESTRICTED_TOKEN_FILE',
  /** Secret shared with Grafana's plugin proxy, read by Grafana from this file. */
  'PLUGIN_TOKEN_FILE',
] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];
export type PlaceholderValues = Readonly<Record<Placeholder, string>>;
