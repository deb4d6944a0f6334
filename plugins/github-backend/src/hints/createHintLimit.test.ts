import { createHintLimit } from './createHintLimit';

it('takes so many in a minute, and says when to come again', () => {
  let at = 1_000_000;
  const limit = createHintLimit({ now: () => new Date(at) });
  const outcomes = Array.from(
    { length: 3_001 },
    (_, index) => limit.take(`sha256=${index}`).outcome,
  );
  expect(outcomes.lastIndexOf('taken')).toBe(2_999);
  at += 20_000;
  expect(limit.take('sha256=new')).toEqual({
    outcome: 'too-many',
    retryAfterS: 40,
  });
  at += 40_000;
  expect(limit.take('sha256=new')).toEqual({ outcome: 'taken' });
  expect(limit.take('SHA256=NEW')).toEqual({ outcome: 'repeated' });
});
