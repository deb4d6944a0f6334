import type {
  GithubHost,
  RootGithubService,
} from '@callboard/plugin-github-node';
import { createAsker } from './createAsker';

const UNTIL = '2026-11-26T11:00:00.000Z';
const host = {
  host: 'github.com',
  webUrl: 'https://github.com',
  apiBaseUrl: 'https://api.github.com',
} as GithubHost;

/** A GitHub of which every question ends in an error. */
const ask = (error: Error) =>
  createAsker({
    github: {
      forPlugin: () => ({
        client: async () => ({
          request: async () => {
            throw error;
          },
        }),
      }),
    } as unknown as RootGithubService,
    host,
    now: () => new Date('2026-11-26T10:00:00Z'),
  }).ask({ as: { app: 'app' }, route: 'GET /app' });

const refusal = (message: string) =>
  Object.assign(new Error(message), { code: 'GITHUB_BUDGET', until: UNTIL });

it('tells that our own budget held a question back, in whatever words, and until when', async () => {
  const held = {
    outcome: 'silent',
    reason: 'github.com was not asked: not now',
    heldBack: { until: UNTIL },
  };
  expect(await ask(refusal('not now'))).toEqual(held);
  const wrapped = Object.assign(new Error('not now'), {
    status: 429,
    cause: refusal('not now'),
  });
  expect(await ask(wrapped)).toEqual(held);
});

it('takes no words for a refusal of the budget', async () => {
  const quoted = new Error(
    `Did not send GET /app to github.com: so. Try again after ${UNTIL}`,
  );
  expect(await ask(quoted)).not.toHaveProperty('heldBack');
  expect(await ask(Object.assign(new Error('odd'), { status: 429 }))).toEqual({
    outcome: 'silent',
    reason: 'https://api.github.com cannot be reached: odd',
  });
});
