import { mockServices } from '@backstage/backend-test-utils';
import { createHeart } from './createHeart';

const logger = mockServices.logger.mock();
const base = { taskId: 'a', everyMs: 5, logger, onCancelled: () => {} };

function heartUntilLost(
  beat: () => Promise<'beaten' | 'cancelled' | 'lost'>,
): Promise<'taken' | 'silent'> {
  return new Promise(onLost =>
    createHeart({ ...base, beat, silenceMs: 60, onLost }),
  );
}

it('gives up when the database has not answered for too long', async () => {
  const since = performance.now();
  expect(await heartUntilLost(() => new Promise(() => {}))).toBe('silent');
  expect(performance.now() - since).toBeGreaterThan(60);
});

it('goes on after a beat that failed', async () => {
  const beats: string[] = [];
  const why = await heartUntilLost(async () => {
    beats.push('beat');
    if (beats.length === 2) throw new Error('no connection');
    return beats.length < 4 ? 'beaten' : 'lost';
  });
  expect(why).toBe('taken');
  expect(beats).toHaveLength(4);
});

it('says when somebody has cancelled, and can be stopped', async () => {
  const heart = await new Promise<{ stop(): void }>(resolve => {
    const made = createHeart({
      ...base,
      beat: async () => 'cancelled',
      onCancelled: () => resolve(made),
      onLost: () => {},
    });
  });
  heart.stop();
  expect(heart).toHaveProperty('isFresh');
});
