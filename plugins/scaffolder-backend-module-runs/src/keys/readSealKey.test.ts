import { mockServices } from '@backstage/backend-test-utils';
import { readSealKey } from './readSealKey';

const logger = mockServices.logger.mock();
const read = (key?: string) =>
  readSealKey({
    logger,
    config: mockServices.rootConfig({
      data: key === undefined ? {} : { callboard: { templates: { key } } },
    }),
  });

it('takes the key of the configuration', () => {
  const key = 'k'.repeat(32);
  expect(read(key)).toBe(key);
  expect(logger.warn).not.toHaveBeenCalled();
});

it('refuses one that is too short, without quoting it', () => {
  expect(() => read('hunter2')).toThrow(
    /callboard\.templates\.key is too short/,
  );
  expect(() => read('hunter2')).not.toThrow(/hunter2/);
});

it('makes one for the process, and says what that means', () => {
  expect(read()).toMatch(/^[0-9a-f]{64}$/);
  expect(read()).not.toBe(read());
  expect(logger.warn).toHaveBeenCalledWith(
    expect.stringContaining('callboard.templates.key is not set'),
  );
});
