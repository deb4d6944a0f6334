import { createClock } from './createClock';

it('keeps the other appointments where one throws, and tells of it', () => {
  const errors: unknown[] = [];
  const clock = createClock({ onError: error => errors.push(error) });
  clock.freeze();
  const ran: string[] = [];
  clock.schedule({
    afterMs: 1,
    run() {
      throw new Error('broken');
    },
  });
  clock.schedule({ afterMs: 2, run: () => ran.push('next') });
  clock.advance({ ms: 10 });
  expect(ran).toEqual(['next']);
  expect(errors).toEqual([new Error('broken')]);
  clock.stop();
});

it('ends no process from a timer', async () => {
  const error = await new Promise(resolve => {
    const clock = createClock({ onError: resolve });
    const alive = setTimeout(() => resolve('nothing'), 5000);
    clock.schedule({
      afterMs: 0,
      run() {
        clearTimeout(alive);
        throw new Error('broken');
      },
    });
  });
  expect(error).toEqual(new Error('broken'));
});
