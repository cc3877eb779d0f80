import { metrics, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { NodeSDK } from '@opentelemetry/sdk-node';
import { BatchSpanProcessor } from '@opentelemetry/sdk-trace';
import { SpanRing } from './span-ring.ts';

export const spans = new SpanRing();
export const prometheus = new PrometheusExporter({ preventServerStart: true });

/**
 * Starts traces and metrics. Spans are written by hand where they matter; the newest stay in memory, and go to a
 * collector too where `OTEL_EXPORTER_OTLP_ENDPOINT` names one.
 */
export function startTelemetry(service: string, endpoint: string | undefined): NodeSDK {
  const toCollector =
    endpoint === undefined ? [] : [new BatchSpanProcessor({ exporter: new OTLPTraceExporter() })];
  const sdk = new NodeSDK({
    resource: resourceFromAttributes({ 'service.name': `attune-${service}` }),
    spanProcessors: [spans, ...toCollector],
    metricReaders: [prometheus],
    logRecordProcessors: [],
    instrumentations: [],
    resourceDetectors: [],
  });
  sdk.start();
  return sdk;
}

export const tracer = () => trace.getTracer('attune');
export const meter = () => metrics.getMeter('attune');

/** Bucket bounds in milliseconds for what should take a few of them. */
export const millisecondBuckets = [
  1, 2, 4, 6, 8, 12, 16, 24, 32, 50, 75, 100, 200, 500, 1_000, 5_000, 30_000,
];
