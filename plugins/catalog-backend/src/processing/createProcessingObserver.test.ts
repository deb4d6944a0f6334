import { mockServices } from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import type { DueItem } from '../ingestion/ProcessedItem';
import { createProcessingObserver } from './createProcessingObserver';
import { createProcessingMetrics } from './processingMetrics';

describe('createProcessingObserver', () => {
  const metrics = metricsServiceMock.mock();
  const events = mockServices.events.mock();
  const instruments = new Map<string, any>();
  const onProcessingError = jest.fn();
  const unprocessedEntity = {
    apiVersion: 'x/v1',
    kind: 'X',
    metadata: {
      name: 'x',
      annotations: { 'backstage.io/managed-by-location': 'url:https://x' },
    },
  };
  const item = {
    entityRef: 'x:default/x',
    unprocessedEntity,
    dueAt: 1_000,
  } as unknown as DueItem;
  let now = 0;

  function create() {
    const instrument = (name: string): any => {
      instruments.set(name, { add: jest.fn(), record: jest.fn() });
      return instruments.get(name);
    };
    metrics.createCounter.mockImplementation(instrument);
    metrics.createHistogram.mockImplementation(instrument);
    events.publish.mockResolvedValue(undefined);
    return createProcessingObserver({
      metrics: createProcessingMetrics(metrics),
      events,
      logger: mockServices.logger.mock(),
      onProcessingError,
      now: () => now,
    });
  }
  async function run(
    outcome: { ok: boolean; errors: Error[] },
    change: 'changed' | 'unchanged',
  ) {
    now = 3_000;
    const done = create().onStart(item);
    now = 4_500;
    done({ outcome } as any, change);
    await new Promise(resolve => setImmediate(resolve));
  }

  beforeEach(() => jest.resetAllMocks());

  it.each<[boolean, 'changed' | 'unchanged', string, boolean]>([
    [true, 'changed', 'changed', false],
    [true, 'unchanged', 'unchanged', false],
    [false, 'changed', 'errors', true],
    [false, 'unchanged', 'unchanged', false],
  ])('ok %s, %s', async (ok, change, result, isReported) => {
    const errors = ok ? [] : [new Error('no')];
    await run({ ok, errors }, change);
    expect(
      instruments.get('catalog.processing.queue.delay').record,
    ).toHaveBeenCalledWith(2);
    expect(
      instruments.get('catalog.processing.duration').record,
    ).toHaveBeenCalledWith(1.5, { result });
    expect(
      instruments.get('catalog.processed.entities.count').add,
    ).toHaveBeenCalledWith(1, { result });
    expect(events.publish.mock.calls).toEqual(
      ok
        ? []
        : [
            [
              {
                topic: 'experimental.catalog.errors',
                eventPayload: {
                  entity: 'x:default/x',
                  location: 'url:https://x',
                  errors,
                },
              },
            ],
          ],
    );
    expect(onProcessingError.mock.calls).toEqual(
      isReported ? [[{ unprocessedEntity, errors }]] : [],
    );
  });

  it('survives listeners that throw', async () => {
    onProcessingError.mockImplementation(() => {
      throw new Error('no');
    });
    await expect(
      run({ ok: false, errors: [new Error('x')] }, 'changed'),
    ).resolves.toBeUndefined();
  });
});
