import { createClockWatch } from './createClockWatch';

const at = (text: string) => new Date(`2026-11-26T${text}Z`);
const answer = (date: string) => (name: string) =>
  name === 'date' ? `Thu, 26 Nov 2026 ${date} GMT` : undefined;

it('tells how far ahead this machine is, allowing for the way and for cut-off seconds', () => {
  const watch = createClockWatch();
  expect(watch.skewSeconds()).toBeUndefined();
  watch.read({
    header: answer('12:00:00'),
    begun: at('12:01:00.000'),
    ended: at('12:01:02.000'),
  });
  expect(watch.skewSeconds()).toBe(61);
});

it('believes the answer that came fastest, and none without a date', () => {
  const watch = createClockWatch();
  const fast = { begun: at('12:00:00.400'), ended: at('12:00:00.600') };
  const slow = { begun: at('12:00:00.000'), ended: at('12:00:20.000') };
  watch.read({ header: answer('12:00:19'), ...slow });
  expect(watch.skewSeconds()).toBe(-9);
  watch.read({ header: answer('12:00:00'), ...fast });
  watch.read({ header: answer('12:00:19'), ...slow });
  watch.read({ header: () => undefined, ...fast });
  expect(watch.skewSeconds()).toBe(0);
});
