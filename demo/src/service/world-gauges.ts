import { worldMetrics } from '@ai-cos/catalog';
import type { Db } from '@ai-cos/service-kit';
import { Gauge, type Registry } from 'prom-client';
import type { DayFigures } from '../twin/figures.ts';

type WorldMetric = (typeof worldMetrics)[number]['name'];

const figureOf: Record<WorldMetric, (figures: DayFigures) => number> = {
  aicos_demo_orders: (figures) => figures.orders,
  aicos_demo_revenue_amount: (figures) => figures.revenue,
  aicos_demo_ad_spend_amount: (figures) => figures.adSpend,
  aicos_demo_cash_amount: (figures) => figures.cash,
  aicos_demo_stock_rupture_ratio: (figures) => figures.stockRuptureShare,
  aicos_demo_open_orders: (figures) => figures.openOrders,
  aicos_demo_tickets_waiting: (figures) => figures.ticketsWaiting,
  aicos_demo_api_p95_seconds: (figures) => figures.apiP95Ms / 1000,
};

/** The last day of each world that is still alive; a world that ended has no value. */
const LATEST = `
  SELECT DISTINCT ON (world) world, figures FROM twin.figures
  WHERE day >= (SELECT max(day) FROM twin.figures) - 1 ORDER BY world, day DESC`;

/** The company beside itself without the decisions, as gauges for the dashboard "Two worlds". */
export function exposeWorlds(registry: Registry, db: Db): void {
  for (const { name, help } of worldMetrics) {
    new Gauge({
      name,
      help,
      labelNames: ['world'],
      registers: [registry],
      async collect() {
        const { rows } = await db.query<{ world: string; figures: DayFigures }>(LATEST);
        this.reset();
        for (const { world, figures } of rows) this.set({ world }, figureOf[name](figures));
      },
    });
  }
}
