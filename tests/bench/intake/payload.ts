let made = 0;

/** A notification like Alertmanager's with alerts nobody has seen before, about 1 kB each. */
export function notification(alerts: number): string {
  const firing = [];
  for (let index = 0; index < alerts; index += 1) {
    made += 1;
    firing.push({
      status: 'firing',
      labels: {
        alertname: 'AicosStockRuptureOffTarget',
        kpi: 'stock_rupture',
        severity: 'warning',
        class: 'fast',
        domain: 'business',
        squad: 'operations-excellence',
        store: `store-${String(process.pid)}-${String(made)}`,
      },
      annotations: {
        summary: 'Products out of stock are above their threshold',
        description: 'x'.repeat(500),
        runbook_url: '/a/aicos-app/runbooks/AicosStockRuptureOffTarget',
      },
      startsAt: '2026-03-01T09:00:00Z',
      endsAt: '0001-01-01T00:00:00Z',
      generatorURL: 'http://prometheus.invalid/graph',
      fingerprint: made.toString(16).padStart(16, '0'),
    });
  }
  return JSON.stringify({
    version: '4',
    groupKey: '{}:{alertname="AicosStockRuptureOffTarget"}',
    truncatedAlerts: 0,
    status: 'firing',
    receiver: 'ai-cos',
    externalURL: 'http://alertmanager.invalid',
    alerts: firing,
  });
}
