import { viewOf } from '../__testUtils__/viewOf';
import { createCatalogLink } from '../createCatalogLink';
import { waitForView } from './waitForView';

describe('waitForView', () => {
  it('waits until the mirror is there', async () => {
    const link = createCatalogLink();
    const view = viewOf({});
    let pauses = 0;
    const pause = async () => {
      pauses += 1;
      if (pauses === 3) link.serve(view);
    };
    const wait = waitForView({ link, pause, patienceMs: 1000 });
    expect(await Promise.all([wait(), wait()])).toEqual([view, view]);
    expect(pauses).toBe(3);
  });

  it('waits once, and not for ever', async () => {
    const link = createCatalogLink();
    const pause = jest.fn(async () => {});
    const wait = waitForView({ link, pause, patienceMs: 500 });
    expect(await wait()).toBeUndefined();
    expect(await wait()).toBeUndefined();
    expect(pause).toHaveBeenCalledTimes(10);
    const view = viewOf({});
    link.serve(view);
    expect(await wait()).toBe(view);
  });
});
