import { lazyPromise } from './lazyPromise';

it('does nothing until it is waited for, and then once', async () => {
  const start = jest.fn(async () => 'done');
  const promise = lazyPromise(start);
  await Promise.resolve();
  expect(start).not.toHaveBeenCalled();
  await expect(promise).resolves.toBe('done');
  await expect(Promise.all([promise, promise.finally()])).resolves.toEqual([
    'done',
    'done',
  ]);
  expect(start).toHaveBeenCalledTimes(1);
});

it('fails as its work does', async () => {
  const promise = lazyPromise(() => Promise.reject(new Error('no')));
  await expect(promise).rejects.toThrow('no');
  await expect(promise.catch(error => error.message)).resolves.toBe('no');
});
