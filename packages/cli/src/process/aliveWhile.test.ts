import { aliveWhile } from './aliveWhile';

afterEach(() => jest.restoreAllMocks());

it('holds the process with a timer, and lets it go afterwards', async () => {
  const set = jest.spyOn(global, 'setInterval');
  const clear = jest.spyOn(global, 'clearInterval');
  await expect(aliveWhile(Promise.resolve('done'))).resolves.toBe('done');
  const [timer] = set.mock.results.map(({ value }) => value);
  expect(timer.hasRef()).toBe(true);
  expect(clear).toHaveBeenCalledWith(timer);
});

it('lets it go after a failure too', async () => {
  const clear = jest.spyOn(global, 'clearInterval');
  await expect(aliveWhile(Promise.reject(new Error('no')))).rejects.toThrow(
    'no',
  );
  expect(clear).toHaveBeenCalledTimes(1);
});
