interface MetaRunbook {
  readonly meaning: string;
  readonly impact: string;
  readonly diagnosis: readonly string[];
  readonly mitigation: readonly string[];
}

/** Runbooks of the alerts about the measuring itself. */
export const metaRunbooks: Readonly<Record<string, MetaRunbook>> = {
  KpiBlind: {
    meaning:
      'A KPI that was in warning or critical has no value any more. The labels say which one; the reason is in `aicos_kpi_undefined_info`.',
    impact:
      'Nobody knows whether the problem goes on. Events about it stay open: losing sight is not recovery, and no verdict is given while it lasts.',
    diagnosis: [
      'Reason: `aicos_kpi_undefined_info{kpi="…"}`. `feed_missing_or_stale` → step 2, `zero_denominator_or_no_data` → step 3, `mixed_currency` → step 4, `query_failed` → the log of the exporters.',
      'Which feed is late: `aicos_kpi_feed_lag_seconds{kpi="…"}` and `SELECT * FROM shop.source_feeds ORDER BY loaded_through;`. Ask the loader of that feed.',
      'Nothing left to measure: for conversion no sessions, for fulfillment no shipments. That can be the problem itself at its worst.',
      'A currency without a rate: `SELECT * FROM shop.exchange_rates ORDER BY rate_on DESC LIMIT 5;`.',
    ],
    mitigation: [
      'Repair the feed; the KPI is computed again at its next refresh and the alert ends by itself.',
      'If the measurement is gone for good, switch the KPI off in the company’s KPI file, knowingly.',
    ],
  },
  KpiStale: {
    meaning: 'A KPI was not computed for three refresh periods in company time, although the company’s clock went on.',
    impact: 'What pages and alerts show is old. Alerts fire late or not at all.',
    diagnosis: [
      'Which ones: one KPI → its query; all of one refresh class → the scheduler; all → the database or the clock.',
      '`aicos_collector_success == 0` and `aicos_collector_duration_seconds`: a query that runs into its timeout never finishes.',
      'After a bulk load: was ANALYZE run? Without statistics queries are many times slower.',
    ],
    mitigation: [
      'Repair or speed up the query; restart the exporters if the scheduler hangs: values come back within one refresh.',
      'A source that cannot be asked so often gets its own refresh in the KPI file.',
    ],
  },
  ExporterDown: {
    meaning: 'No exporter answered the scrapes of Prometheus for two minutes.',
    impact:
      'The company is not measured. Alerts that fire keep firing for a while and then end without the problem being solved.',
    diagnosis: [
      'Does the process run? `npm start` reports a crashed child and restarts it; its log names the reason.',
      'Does it refuse to start? A wrong KPI or company file is refused with file, line and field.',
      'Does it answer on its port, and does Prometheus ask that port? See the page "Targets" of Prometheus.',
    ],
    mitigation: [
      'Start it, or repair the file it complains about. Open events stay open; nothing has to be repaired in the runner.',
    ],
  },
  CollectorFailing: {
    meaning: 'The last run of one collector failed; the label says which.',
    impact: 'Its KPIs turn undefined, the others are not affected. Off-target ones among them raise KpiBlind.',
    diagnosis: [
      'The log of the exporters has the error with the collector’s name: refused connection, missing right, timeout, missing column.',
      '`aicos_collector_errors_total` by collector: once, or at every run?',
      'Rights: the role of the exporters needs SELECT on the tables or views of that source and nothing else.',
    ],
    mitigation: [
      'Repair source, right or query. After a change of the company’s schema adapt the view or the override in the KPI file.',
    ],
  },
  LowCoverage: {
    meaning: 'KPIs with more than a fifth of the weight have no value, so the health speaks for the rest alone.',
    impact: 'Health can look fine while the worst KPIs are dark. Snapshots say so with their coverage.',
    diagnosis: [
      '`aicos_kpi_status{status="undefined"} == 1` lists them, `aicos_kpi_undefined_info` the reasons.',
      'All with one feed → that feed. All with money → exchange rates. All → the database.',
      'A new installation: feeds that do not exist yet. Expected until they are connected.',
    ],
    mitigation: [
      'Connect or repair the feeds, heaviest KPIs first.',
      'KPIs the company will never measure are switched off in the KPI file: then they do not count.',
    ],
  },
  RuleFailure: {
    meaning: 'Prometheus could not evaluate rules of a group; the label says which.',
    impact: 'Alerts of that group may be missing, without anybody noticing elsewhere.',
    diagnosis: [
      'The page "Rules" of Prometheus shows the error beside the rule. "many-to-many matching" means a label that should have been aggregated away.',
      'Were rule files edited by hand? `npm run check` compares them with the catalog.',
      'Two exporters with different versions can expose one series with different labels: bring them to one version.',
    ],
    mitigation: [
      '`npm run generate`, then reload Prometheus. If a committed rule fails, open an issue with the error.',
    ],
  },
  NotificationsFailing: {
    meaning: 'Alertmanager could not deliver to the runner, or Prometheus could not deliver to Alertmanager.',
    impact:
      'Plans come late. The runner reads active alerts from Alertmanager itself every minute, so nothing is lost while Alertmanager runs.',
    diagnosis: [
      'Is the runner up? `up{job="aicos-runner"}`, then `/readyz`: it answers 503 while its database is away, and Alertmanager tries again.',
      '401 or 403 in the log of Alertmanager: the token file of Alertmanager differs from that of the runner. 4xx is not retried.',
      '`prometheus_notifications_dropped_total` grows: Alertmanager is down or its address is wrong.',
    ],
    mitigation: ['Repair address or token. During a change of token the runner accepts two.'],
  },
  Watchdog: {
    meaning:
      'Always fires, on purpose: it shows that Prometheus evaluates, Alertmanager routes and the runner receives.',
    impact: 'None while it fires. Without it for three minutes the runner says on every page since when it is blind.',
    diagnosis: [
      'Missing: is Prometheus up and evaluating? Is Alertmanager up? Does its log show failed notifications?',
      'Firing in Prometheus and missing at the runner: see NotificationsFailing.',
    ],
    mitigation: ['Never silence it and never route it elsewhere.'],
  },
};

/** The runbook of an alert about the measuring itself. */
export function metaRunbook(alert: string, { meaning, impact, diagnosis, mitigation }: MetaRunbook): string {
  return [
    `# ${alert}`,
    '',
    '## Meaning',
    '',
    meaning,
    '',
    '## Impact',
    '',
    impact,
    '',
    '## Diagnosis',
    '',
    ...diagnosis.map((step, index) => `${index + 1}. ${step}`),
    '',
    '## Mitigation',
    '',
    ...mitigation.map((step) => `- ${step}`),
    '',
  ].join('\n');
}
