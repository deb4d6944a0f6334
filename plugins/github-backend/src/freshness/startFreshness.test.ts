import { mockServices } from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { NOW, organisationStatus } from './__testUtils__/organisationStatus';
import { startFreshness } from './startFreshness';

it('watches in every replica, and metrics show what was found last', async () => {
  const scheduler = mockServices.scheduler.mock();
  const logger = mockServices.logger.mock();
  const metrics = metricsServiceMock.mock();
  const problem = { at: '', message: 'GitHub answers with 502' };
  await startFreshness({
    mirror: { status: async () => [organisationStatus()] },
    people: {
      status: async () => [
        { host: 'github.com', organisation: 'acme', problem },
      ],
    },
    ...{ scheduler, logger, metrics, targetLagMs: 2_000, now: () => NOW },
  });
  const [[{ fn, scope }]] = scheduler.scheduleTask.mock.calls;
  expect(scope).toBe('local');
  await (fn as () => Promise<void>)();
  expect(logger.warn).toHaveBeenCalledWith(
    expect.stringContaining('people and teams failed'),
  );
  const index = metrics.createObservableGauge.mock.calls.findIndex(
    ([name]) => name === 'github.mirror.stale',
  );
  const observe = jest.fn();
  const gauge = metrics.createObservableGauge.mock.results[index].value;
  gauge.addCallback.mock.calls[0][0]({ observe });
  expect(observe).toHaveBeenCalledWith(2, {
    host: 'github.com',
    organisation: 'acme',
  });
});
