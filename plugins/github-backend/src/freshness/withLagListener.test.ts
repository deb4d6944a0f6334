import type { MirrorStore } from '../store/MirrorStore';
import { withLagListener } from './withLagListener';

const samples = { host: 'github.com', organisation: 'acme', lagsMs: [4, 9] };

it('tells of lags once they are kept', async () => {
  const add = jest.fn(async () => {});
  const onLag = jest.fn();
  const store = withLagListener({
    store: { lags: { add } } as unknown as MirrorStore,
    onLag,
  });
  await store.lags.add(samples);
  expect(add).toHaveBeenCalledWith(samples);
  expect(onLag.mock.calls).toEqual([
    [{ host: 'github.com', lagMs: 4 }],
    [{ host: 'github.com', lagMs: 9 }],
  ]);

  add.mockRejectedValue(new Error('the database is gone'));
  await expect(store.lags.add(samples)).rejects.toThrow('gone');
  expect(onLag).toHaveBeenCalledTimes(2);
});
