import type { Entity } from '@backstage/catalog-model';
import { type Span, SpanStatusCode, trace } from '@opentelemetry/api';

/** The stock catalog's, so that dashboards find the same spans. */
const tracer = trace.getTracer('backstage-plugin-catalog-backend');

/** Whether a span is recorded that child spans would be seen under. Without one they are not worth their time. */
export function isTraced(): boolean {
  return trace.getActiveSpan()?.isRecording() ?? false;
}

/** Runs `fn` in a span that names the entity and carries `attributes`. */
export async function inSpan<T>(options: {
  name: string;
  entity: Entity;
  attributes?: Record<string, string>;
  fn: () => T | Promise<T>;
}): Promise<T> {
  const { name, entity, attributes = {}, fn } = options;
  return tracer.startActiveSpan(name, async span => {
    try {
      if (span.isRecording()) describe({ span, entity, attributes });
      return await fn();
    } catch (error) {
      span.recordException(error as Error);
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });
}

function describe(options: {
  span: Span;
  entity: Entity;
  attributes: Record<string, string>;
}): void {
  const { span, entity, attributes } = options;
  const values: Record<string, unknown> = {
    'backstage.entity.apiVersion': entity.apiVersion,
    'backstage.entity.kind': entity.kind,
    'backstage.entity.metadata.namespace': entity.metadata?.namespace,
    'backstage.entity.metadata.name': entity.metadata?.name,
    ...attributes,
  };
  for (const [key, value] of Object.entries(values)) {
    if (typeof value === 'string') span.setAttribute(key, value);
  }
}
