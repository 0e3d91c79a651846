import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Gauge, Registry } from 'prom-client';
import { print } from '../../eval/print.ts';

/** The baseline: prom-client as its manual shows it, with as many series as the exporters serve. */
const families = 60;
const seriesPerFamily = 20;

const registry = new Registry();
for (let family = 0; family < families; family += 1) {
  const name = `bench_family_${String(family)}_ratio`;
  const gauge = new Gauge({ name, help: 'A gauge of the benchmark.', labelNames: ['kpi'], registers: [registry] });
  for (let series = 0; series < seriesPerFamily; series += 1) gauge.set({ kpi: `kpi_${String(series)}` }, series / 7);
}

const server = createServer((_request, response) => {
  void registry.metrics().then((text) => {
    response.setHeader('Content-Type', registry.contentType);
    response.end(text);
  });
});
server.listen(0, '127.0.0.1', () => {
  print(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`);
});
process.once('SIGTERM', () => {
  server.closeAllConnections();
  server.close();
});
