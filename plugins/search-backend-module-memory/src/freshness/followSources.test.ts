import { mockServices } from '@backstage/backend-test-utils';
import type { SourceWatch } from './SourceWatch';
import { followSources } from './followSources';

describe('followSources', () => {
  const follow = async (
    check: (seconds: number) => Promise<{ changed: boolean }>,
    stopAfter = Infinity,
  ) => {
    let time = 0;
    const looks: number[] = [];
    const logger = mockServices.logger.mock();
    await followSources({
      watches: [
        {
          check: () => {
            looks.push(time / 1000);
            return check(time / 1000);
          },
        } as SourceWatch,
      ],
      logger,
      now: () => time,
      pause: async milliseconds => {
        time += milliseconds;
      },
      isStopped: () => time / 1000 >= stopAfter,
    });
    return { looks, logger };
  };

  it('looks often at first, then seldom, and ends when nothing changes', async () => {
    const { looks } = await follow(async () => ({ changed: false }));
    expect(looks.slice(0, 4)).toEqual([0, 2, 4, 6]);
    expect(looks.length).toBeLessThan(40);
    expect(looks[looks.length - 1]).toBeLessThan(300);
    expect(looks[looks.length - 1]).toBeGreaterThan(265);
  });

  it('goes on for five minutes after the last change', async () => {
    const { looks } = await follow(async seconds => ({
      changed: seconds <= 600,
    }));
    expect(looks[looks.length - 1]).toBeGreaterThan(860);
    expect(looks[looks.length - 1]).toBeLessThanOrEqual(902);
  });

  it('names a problem once and looks again', async () => {
    const { looks, logger } = await follow(async () => {
      throw new Error('the catalog is gone');
    });
    expect(looks.length).toBeGreaterThan(10);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('the catalog is gone'),
    );
  });

  it('ends when the portal stops', async () => {
    const { looks } = await follow(async () => ({ changed: true }), 5);
    expect(looks).toEqual([0, 2, 4]);
  });
});
