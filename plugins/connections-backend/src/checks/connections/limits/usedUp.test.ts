import { startInspections } from '../../../facts/__testUtils__/openInspection';
import { createInspector } from '../../../inspection/createInspector';
import type { InspectionContext } from '../../../inspection/InspectionContext';
import { resultsOf } from '../../__testUtils__/resultsOf';
import { appInstalled } from '../appInstalled';
import { integrationWorks } from '../integrationWorks';
import { organisationServed } from '../organisationServed';
import { rateLimits } from '../rateLimits';

jest.setTimeout(60_000);

// Each with a sandbox of its own: what is open in a process holds its requests back together.
describe('rate-limits, while a limit is used up', () => {
  let inspections: Awaited<ReturnType<typeof startInspections>>;
  beforeEach(async () => {
    inspections = await startInspections();
  });
  afterEach(() => inspections.stop());
  const run = (context: InspectionContext) =>
    resultsOf({ check: rateLimits, context });

  it.each(['GitHub says', 'our budget knows', 'the pause is known'])(
    'is the only one to fail while a limit is used up, as %s',
    async how => {
      const { sandbox } = inspections.sandbox;
      const until = new Date(sandbox.clock.now().getTime() + 900_000);
      const context = inspections.open(
        { apps: [inspections.app()] },
        {
          config: {
            catalog: {
              providers: {
                github: { host: inspections.host, organization: 'acme' },
              },
            },
          },
        },
      );
      sandbox.faults.set(
        how === 'the pause is known'
          ? { secondaryLimitedUntil: until.toISOString() }
          : { rateLimitedUntil: until.toISOString() },
      );
      const wrong = async () => {
        const { checks } = await createInspector({
          context,
          checks: [
            integrationWorks,
            appInstalled,
            organisationServed,
            rateLimits,
          ],
        }).inspect({ asked: true });
        return checks.filter(({ status }) => status === 'fail');
      };
      try {
        const before = how === 'GitHub says' ? 0 : 1;
        for (let count = 0; count < before; count++) await wrong();
        const found = await wrong();
        expect(found.length).toBeGreaterThan(0);
        expect(found.map(({ id }) => id.split(':')[0])).toEqual(
          found.map(() => 'rate-limits'),
        );
        expect(found[0].cause).toMatch(/(until|before) \d{4}-/);
        expect(JSON.stringify(found)).not.toMatch(/nowhere|Install/);
      } finally {
        sandbox.faults.clear();
      }
    },
  );

  it('fails for the token too, once its limit is used up', async () => {
    const { sandbox, olivia } = inspections.sandbox;
    const until = new Date(sandbox.clock.now().getTime() + 900_000);
    const context = inspections.open({
      token: inspections.token({ userId: olivia.id, scopes: ['repo'] }),
    });
    sandbox.faults.set({ rateLimitedUntil: until.toISOString() });
    try {
      for (const when of ['at once', 'a minute later']) {
        const [result] = await run(context);
        expect([when, result]).toMatchObject([
          when,
          {
            status: 'fail',
            cause: expect.stringMatching(/^Nothing left of 5000 \(core\)/),
          },
        ]);
      }
    } finally {
      sandbox.faults.clear();
    }
  });
});
