import { createSealer } from './createSealer';

const sealer = createSealer({ key: 'the key of this test' });
const of = { taskId: 'a', part: 'secrets' } as const;

it('opens what it sealed, and never seals twice to the same', () => {
  const sealed = sealer.seal({ ...of, text: 'canary ü' });
  expect(sealed).toMatch(/^v1\.[\w-]+$/);
  expect(sealed).not.toBe(sealer.seal({ ...of, text: 'canary ü' }));
  expect(sealer.open({ ...of, sealed })).toBe('canary ü');
  const bytes = Buffer.from([0, 255, 1]);
  expect(
    sealer.openBytes({ ...of, sealed: sealer.sealBytes({ ...of, bytes }) }),
  ).toEqual(bytes);
});

it('does not open for another key, run or part, nor what was changed', () => {
  const sealed = sealer.seal({ ...of, text: 'canary' });
  const other = createSealer({ key: 'another' });
  expect(() => other.open({ ...of, sealed })).toThrow();
  expect(() => sealer.open({ ...of, taskId: 'b', sealed })).toThrow();
  expect(() => sealer.open({ ...of, part: 'state', sealed })).toThrow();
  const changed = sealed.slice(0, -2) + (sealed.endsWith('AA') ? 'BB' : 'AA');
  expect(() => sealer.open({ ...of, sealed: changed })).toThrow();
  expect(() => sealer.open({ ...of, sealed: 'canary' })).toThrow(
    'unknown form',
  );
});
