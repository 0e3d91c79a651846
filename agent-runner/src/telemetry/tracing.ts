import { ROOT_CONTEXT, SpanStatusCode, trace, type Attributes, type SpanContext } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider, type SpanProcessor } from '@opentelemetry/sdk-trace';

/** W3C `traceparent`: stored with the rows a trace passes through, so that it outlives processes and long waits. */
export type TraceContext = string;

export interface Tracing {
  /** Runs one piece of work as a span below the given context; the work gets the context to store or pass on. */
  span<T>(
    name: string,
    parent: TraceContext | null,
    work: (context: TraceContext) => Promise<T>,
    attributes?: Attributes
  ): Promise<T>;
  close(): Promise<void>;
}

/** Traces are always made, so that every event has an id to look for; they leave only when an endpoint is set. */
export function createTracing({
  endpoint,
  processors = [],
}: {
  endpoint?: string | undefined;
  processors?: SpanProcessor[];
}): Tracing {
  const exporters =
    endpoint === undefined
      ? []
      : [new BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url: new URL('/v1/traces', endpoint).href }) })];
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'ai-cos-agent-runner' }),
    spanProcessors: [...exporters, ...processors],
  });
  const tracer = provider.getTracer('ai-cos');
  return {
    async span(name, parent, work, attributes = {}) {
      const remote = parent === null ? undefined : parseTraceContext(parent);
      const context = remote === undefined ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, remote);
      const span = tracer.startSpan(name, { attributes }, context);
      try {
        return await work(formatTraceContext(span.spanContext()));
      } catch (error) {
        span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.message : 'failed' });
        throw error;
      } finally {
        span.end();
      }
    },
    close: () => provider.shutdown(),
  };
}

export function formatTraceContext({ traceId, spanId, traceFlags }: SpanContext): TraceContext {
  return `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`;
}

export function parseTraceContext(text: string): SpanContext | undefined {
  const [, traceId, spanId, flags] = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/.exec(text) ?? [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return undefined;
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true };
}

/** The trace id people look for, from a stored context. */
export function traceIdOf(context: TraceContext | null): string | null {
  return context === null ? null : (parseTraceContext(context)?.traceId ?? null);
}
