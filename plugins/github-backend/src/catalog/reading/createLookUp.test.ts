import { ServiceUnavailableError } from '@backstage/errors';
import {
  startReading,
  type Reading,
} from '../../github/__testUtils__/startReading';
import { settingsOf } from '../__testUtils__/settingsOf';
import { createLookUp } from './createLookUp';

describe('createLookUp', () => {
  let reading: Reading;
  let now: number;
  beforeEach(async () => {
    reading = await startReading({ hasToken: false });
    now = Date.now();
  });
  afterEach(() => reading.stop());

  function open(
    more: Partial<
      Pick<Parameters<typeof createLookUp>[0], 'repositories'>
    > = {},
  ) {
    const lookUp = createLookUp({
      repositories: more.repositories ?? reading.repositories,
      settings: settingsOf({ github: { organization: 'other' } }),
      now: () => new Date(now),
    });
    const { host } = new URL(reading.sandbox.url);
    return (name: string) => lookUp({ host, owner: 'acme', name });
  }
  const graphql = () =>
    reading.sandbox.sandbox.requests
      .all()
      .filter(({ path }) => path.endsWith('graphql')).length;

  it('finds a repository with its descriptor, and asks again after five minutes', async () => {
    const lookUp = open();
    await reading.sandbox.call(
      'PUT /repos/acme/shop/contents/catalog-info.yaml',
      {
        as: 'olivia',
        body: {
          message: 'Describe it',
          content: Buffer.from('kind: Component\n').toString('base64'),
        },
      },
    );
    const [found] = await Promise.all([lookUp('shop'), lookUp('SHOP')]);
    expect(found).toMatchObject({
      state: 'found',
      repository: {
        owner: 'acme',
        name: 'shop',
        defaultBranch: 'main',
        hints: { hasDocs: false },
        files: [
          {
            ref: 'HEAD',
            path: 'catalog-info.yaml',
            state: 'present',
            text: 'kind: Component\n',
            seenAt: new Date(now).toISOString(),
          },
        ],
      },
    });
    expect(graphql()).toBe(1);
    now += 300_001;
    await lookUp('shop');
    expect(graphql()).toBe(2);
  });

  it('says that a repository is not there', async () => {
    expect(await open()('nowhere')).toEqual({ state: 'not-found' });
  });

  it('does not keep what went wrong', async () => {
    const { repositories } = reading;
    const answers = [
      async () => [{ state: 'unknown' as const, reason: 'It is away' }],
      async () => {
        throw new ServiceUnavailableError('It is still away');
      },
      repositories.lookUp,
    ];
    const lookUp = open({
      repositories: { lookUp: options => answers.shift()!(options) },
    });
    expect(await lookUp('vault')).toEqual({
      state: 'unknown',
      reason: 'It is away',
    });
    expect(await lookUp('vault')).toEqual({
      state: 'unknown',
      reason: 'It is still away',
    });
    expect(await lookUp('vault')).toMatchObject({ state: 'found' });
  });
});
