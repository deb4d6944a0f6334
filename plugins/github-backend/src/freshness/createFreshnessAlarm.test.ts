import { mockServices } from '@backstage/backend-test-utils';
import {
  heldPlan,
  NOW,
  organisationStatus,
} from './__testUtils__/organisationStatus';
import { createFreshnessAlarm } from './createFreshnessAlarm';

function open() {
  const logger = mockServices.logger.mock();
  return { logger, watch: createFreshnessAlarm({ logger, now: () => NOW }) };
}

const slow = (p50: number) =>
  organisationStatus({ lag: { p50, p99: p50, samples: 3 } });

it('says once that the catalog is late, and once that it is not any more', () => {
  const { logger, watch } = open();
  watch([slow(300)]);
  expect(logger.warn).not.toHaveBeenCalled();
  watch([slow(2_500)]);
  watch([slow(4_000)]);
  expect(logger.warn.mock.calls).toEqual([
    [
      expect.stringMatching(
        /^The catalog of acme at github\.com is not as fresh .* took 2\.5 s or more/,
      ),
    ],
  ]);
  expect(logger.info).not.toHaveBeenCalled();
  watch([slow(300)]);
  watch([slow(300)]);
  expect(logger.info).toHaveBeenCalledTimes(1);
  watch([slow(2_500)]);
  expect(logger.warn).toHaveBeenCalledTimes(2);
});

it('tells organisations and troubles apart', () => {
  const { logger, watch } = open();
  const problem = { at: '', message: 'GitHub answers with 502' };
  watch([{ ...slow(2_500), problem }]);
  expect(logger.warn).toHaveBeenCalledTimes(2);
  watch([
    { ...slow(2_500), problem },
    organisationStatus({ organisation: 'tools', problem }),
  ]);
  expect(logger.warn).toHaveBeenCalledTimes(3);
});

it('says that removals are held, for each plan once', () => {
  const { logger, watch } = open();
  watch([organisationStatus({ held: heldPlan() })]);
  watch([organisationStatus({ held: heldPlan() })]);
  expect(logger.warn.mock.calls).toEqual([
    [
      expect.stringContaining(
        '120 of 120 repositories of acme at github.com would go, since the organisation suddenly lists 0 of 120',
      ),
    ],
  ]);
  watch([organisationStatus({ held: heldPlan({ id: 'plan-2' }) })]);
  expect(logger.warn).toHaveBeenCalledTimes(2);
  expect(logger.info).toHaveBeenCalledTimes(1);
});
