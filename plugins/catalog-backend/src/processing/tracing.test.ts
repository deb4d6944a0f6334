import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { trace } from '@opentelemetry/api';
import { createProcessing } from './setup/createProcessing';
import { TracedEntityProcessing } from './TracedEntityProcessing';

type FakeSpan = { name: string; attributes: Record<string, unknown> } & Record<
  'isEnded' | 'isFailed',
  boolean
>;

describe('tracing', () => {
  const spans: FakeSpan[] = [];
  const config = new ConfigReader({});
  const processing = new TracedEntityProcessing(
    createProcessing({
      config,
      logger: mockServices.logger.mock(),
      reader: mockServices.urlReader.mock(),
      integrations: ScmIntegrations.fromConfig(config),
      processors: [],
      placeholderResolvers: {},
      fieldValidators: {},
      allowedLocationTypes: ['url'],
    }),
  );
  const component = (spec: object) =>
    ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: 'x',
        annotations: {
          'backstage.io/managed-by-location': 'url:https://x/y.yaml',
          'backstage.io/managed-by-origin-location': 'url:https://x/y.yaml',
        },
      },
      spec,
    } as Entity);
  const valid = { type: 'service', lifecycle: 'x', owner: 'team' };

  function fakeSpan(name: string) {
    const span: FakeSpan = {
      name,
      attributes: {},
      isEnded: false,
      isFailed: false,
    };
    spans.push(span);
    return {
      isRecording: () => true,
      setAttribute: (key: string, value: unknown) => {
        span.attributes[key] = value;
      },
      recordException: () => {},
      setStatus: () => {
        span.isFailed = true;
      },
      end: () => {
        span.isEnded = true;
      },
    };
  }

  beforeAll(() => {
    trace.setGlobalTracerProvider({
      getTracer: () => ({
        startSpan: (name: string) => fakeSpan(name) as any,
        startActiveSpan: (name: string, fn: any) => fn(fakeSpan(name)),
      }),
    });
  });
  beforeEach(() => {
    spans.length = 0;
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => trace.disable());

  it('opens no more than one span when nobody records', async () => {
    await processing.process({ entity: component(valid) });
    expect(spans.map(({ name }) => name)).toEqual(['ProcessingRun']);
  });

  it('shows stages and processors when somebody does', async () => {
    jest
      .spyOn(trace, 'getActiveSpan')
      .mockReturnValue({ isRecording: () => true } as any);
    await processing.process({ entity: component(valid) });
    const steps = spans
      .map(({ attributes: a }) =>
        [
          a['backstage.catalog.processor.stage'],
          a['backstage.catalog.processor.name'],
        ].join(' '),
      )
      .slice(1);
    expect(steps).toEqual([
      'preProcess ',
      'preProcessEntity PlaceholderProcessor',
      'preProcessEntity BuiltinKindsEntityProcessor',
      'preProcessEntity AnnotateLocationEntityProcessor',
      'enforcePolicy ',
      'validate ',
      'validateEntityKind BuiltinKindsEntityProcessor',
      'postProcessEntity ',
      'postProcessEntity BuiltinKindsEntityProcessor',
    ]);
    expect(spans.every(({ isEnded, isFailed }) => isEnded && !isFailed)).toBe(
      true,
    );
    expect(spans[0].attributes).toEqual({
      'backstage.entity.apiVersion': 'backstage.io/v1alpha1',
      'backstage.entity.kind': 'Component',
      'backstage.entity.metadata.name': 'x',
    });
  });

  it('marks what fails', async () => {
    jest
      .spyOn(trace, 'getActiveSpan')
      .mockReturnValue({ isRecording: () => true } as any);
    await processing.process({ entity: component({}) });
    expect(
      spans.filter(({ isFailed }) => isFailed).map(({ name }) => name),
    ).toEqual(['ProcessingStage', 'ProcessingStep']);
    expect(spans.every(({ isEnded }) => isEnded)).toBe(true);
  });
});
