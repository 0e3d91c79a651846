import { parser } from '@prometheus-io/lezer-promql';

export interface RangeFunctionCall {
  readonly name: string;
  readonly metric: string;
  readonly range: string;
}

export interface ParsedExpression {
  readonly hasError: boolean;
  readonly metrics: readonly string[];
  readonly rates: readonly RangeFunctionCall[];
}

/** Grafana replaces its variables before Prometheus sees them. */
function withoutVariables(expr: string): string {
  return expr.replaceAll('$__rate_interval', '4m');
}

/** What the lint rules need to know about an expression. */
export function parseExpression(expr: string): ParsedExpression {
  const text = withoutVariables(expr);
  const metrics: string[] = [];
  let hasError = false;
  parser.parse(text).iterate({
    enter(node) {
      if (node.type.isError) hasError = true;
      if (node.name === 'VectorSelector') {
        const name = /^[a-zA-Z_:][a-zA-Z0-9_:]*/.exec(text.slice(node.from, node.to))?.[0];
        if (name !== undefined) metrics.push(name);
      }
    },
  });
  const calls = expr.matchAll(/\b(rate|increase|irate)\(([a-zA-Z_:][\w:]*)(?:\{[^}]*\})?\[([^\]]+)\]/g);
  const rates = [...calls].map(([, name = '', metric = '', range = '']) => ({ name, metric, range }));
  return { hasError, metrics, rates };
}
