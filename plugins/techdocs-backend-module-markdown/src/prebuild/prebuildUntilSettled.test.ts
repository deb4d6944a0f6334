import { mockServices } from '@backstage/backend-test-utils';
import { prebuildUntilSettled } from './prebuildUntilSettled';

describe('prebuildUntilSettled', () => {
  const run = async (
    buildNew: (seconds: number) => Promise<number>,
    stopAfter = Infinity,
  ) => {
    let time = 0;
    const looks: number[] = [];
    const logger = mockServices.logger.mock();
    await prebuildUntilSettled({
      prebuilder: {
        buildNew: () => {
          looks.push(time / 1000);
          return buildNew(time / 1000);
        },
      },
      logger,
      now: () => time,
      pause: async milliseconds => {
        time += milliseconds;
      },
      isStopped: () => time / 1000 >= stopAfter,
    });
    return { last: looks[looks.length - 1], logger, looks };
  };

  it('looks ever more seldom and ends when nothing new appears', async () => {
    const { last, looks } = await run(async () => 0);
    expect(looks.slice(0, 3)).toEqual([2, 4, 6]);
    expect(looks.length).toBeLessThan(40);
    expect(last).toBeGreaterThan(265);
    expect(last).toBeLessThan(300);
  });

  it('goes on while new docs appear', async () => {
    const { last } = await run(async seconds => (seconds < 600 ? 1 : 0));
    expect(last).toBeGreaterThan(860);
    expect(last).toBeLessThan(900);
  });

  it('names a problem once and looks again', async () => {
    const { logger, looks } = await run(async () => {
      throw new Error('the catalog is gone');
    });
    expect(looks.length).toBeGreaterThan(10);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('the catalog is gone'),
    );
  });

  it('ends when the portal stops', async () => {
    expect((await run(async () => 1, 5)).looks).toEqual([2, 4]);
  });
});
