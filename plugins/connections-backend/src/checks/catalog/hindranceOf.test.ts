import { startInspections } from '../../facts/__testUtils__/openInspection';
import { inspectGithub } from '../../facts/inspectGithub';
import { hindranceOf } from './hindranceOf';

jest.setTimeout(60_000);

describe('hindranceOf, of an installation whose facts show nothing', () => {
  let inspections: Awaited<ReturnType<typeof startInspections>>;
  beforeEach(async () => {
    inspections = await startInspections();
  });
  afterEach(() => inspections.stop());

  /** As of one of so many installations that not each is asked. */
  async function open() {
    const { sandbox, url, installation } = inspections.sandbox;
    const context = inspections.open({ apps: [inspections.app()] });
    const facts = await inspectGithub({ context });
    const hosts = facts.map(host => ({
      ...host,
      apps: host.apps.map(app => ({
        ...app,
        installations: app.installations.map(({ repositories, ...rest }) => ({
          ...rest,
        })),
      })),
    }));
    const mints = () =>
      sandbox.requests
        .all()
        .filter(
          ({ method, path }) =>
            method === 'POST' && path.endsWith('/access_tokens'),
        ).length;
    const ask = async (more: { at?: string; asked?: boolean } = {}) => {
      const before = mints();
      const hindrance = await hindranceOf({
        ...{ context, hosts, asked: false, url: `${url}/acme` },
        ...more,
      });
      return { hindrance, minted: mints() - before };
    };
    const { clock } = sandbox;
    const suspend = (isSuspended: boolean) => {
      installation.suspendedAt = isSuspended ? clock.now().toISOString() : null;
    };
    return { ask, clock, suspend };
  }
  const FIRST = '2026-11-26T10:00:00.000Z';
  const SECOND = '2026-11-26T10:01:00.000Z';
  const NOTHING = { hindrance: undefined, minted: 1 };
  const REMEMBERED = { hindrance: undefined, minted: 0 };

  it('asks anew once in ten minutes for one failure, at once for the next, and where somebody waits', async () => {
    const { ask, clock } = await open();
    expect(await ask({ at: FIRST })).toEqual(NOTHING);
    clock.advance({ ms: 9 * 60_000 });
    expect(await ask({ at: FIRST })).toEqual(REMEMBERED);
    expect(await ask({ at: SECOND })).toEqual(NOTHING);
    expect(await ask({ at: FIRST, asked: true })).toEqual(NOTHING);
    clock.advance({ ms: 60_000 });
    expect(await ask({ at: FIRST })).toEqual(NOTHING);
  });

  it('sees a hindrance with the next failure, and its end at the next run', async () => {
    const { ask, clock, suspend } = await open();
    expect(await ask({ at: FIRST })).toEqual(NOTHING);
    suspend(true);
    const suspended = {
      hindrance: expect.objectContaining({
        cause: expect.stringContaining('is suspended'),
      }),
    };
    expect(await ask({ at: SECOND })).toMatchObject(suspended);
    clock.advance({ ms: 1000 });
    expect(await ask({ at: SECOND })).toMatchObject(suspended);
    suspend(false);
    expect(await ask({ at: SECOND })).toEqual(NOTHING);
    expect(await ask({ at: SECOND })).toEqual(REMEMBERED);
  });
});
