import { generateKeyPairSync } from 'node:crypto';
import { startInspections } from '../../facts/__testUtils__/openInspection';
import type { InspectionContext } from '../../inspection/InspectionContext';
import { resultsOf } from '../__testUtils__/resultsOf';
import { contradictingCredentials } from './contradictingCredentials';

jest.setTimeout(60_000);

describe('contradicting-credentials', () => {
  let inspections: Awaited<ReturnType<typeof startInspections>>;
  beforeAll(async () => {
    inspections = await startInspections();
  });
  afterAll(() => inspections.stop());

  const tokenOf = (scopes: string[]) =>
    inspections.token({ userId: inspections.sandbox.olivia.id, scopes });
  const run = (context: InspectionContext) =>
    resultsOf({ check: contradictingCredentials, context });

  it('warns of an App that is configured twice', async () => {
    expect(
      await run(
        inspections.open({
          apps: [inspections.app(), inspections.app()],
        }),
      ),
    ).toMatchObject([
      {
        status: 'warn',
        remedy: 'Remove integrations.github[0].apps[1].',
      },
    ]);
  });

  it('warns of two Apps on one organisation', async () => {
    const { sandbox, app, organisation } = inspections.sandbox;
    const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const second = sandbox.state.apps.insert({
      ...app,
      id: sandbox.nextId(),
      slug: 'second',
      clientId: 'Iv1.second',
      publicKeys: [
        keys.publicKey.export({ type: 'spki', format: 'pem' }) as string,
      ],
    });
    const both = () =>
      inspections.open({
        apps: [
          inspections.app(),
          inspections.app({
            appId: second.id,
            privateKey: keys.privateKey.export({
              type: 'pkcs1',
              format: 'pem',
            }) as string,
          }),
        ],
      });
    expect(await run(both())).toEqual([]);
    const installation = sandbox.state.installations.insert({
      ...inspections.sandbox.installation,
      id: sandbox.nextId(),
      appId: second.id,
      accountId: organisation.id,
    });
    expect(await run(both())).toMatchObject([
      {
        status: 'warn',
        cause: expect.stringContaining(
          `App ${app.id} serves, since it is configured first`,
        ),
      },
    ]);
    sandbox.state.installations.remove(installation);
    sandbox.state.apps.remove(second);
  });

  it('finds nothing wrong with an App and a token', async () => {
    expect(
      await run(
        inspections.open({
          apps: [inspections.app()],
          token: tokenOf(['repo']),
        }),
      ),
    ).toEqual([]);
  });
});
