import { appFixture, hostFixture } from '../../dev/hostFixture';
import { likelyOrganization } from './likelyOrganization';

const now = new Date();
const hostOf = (change: Parameters<typeof hostFixture>[0]['change']) =>
  hostFixture({ now, installations: 1, change });

describe('likelyOrganization', () => {
  it('is what the configuration names, before where an App is installed', () => {
    expect(likelyOrganization(hostOf({ organisations: ['copperbell'] }))).toBe(
      'copperbell',
    );
  });

  it('is an organisation that an App is installed on, before who owns the App', () => {
    const app = appFixture({ now, installations: 2, change: { owner: 'mel' } });
    const [person, organisation] = app.installations;
    const installations = [
      { ...person, account: 'olivia', accountType: 'User' as const },
      { ...organisation, account: 'tools' },
    ];
    expect(
      likelyOrganization(hostOf({ apps: [{ ...app, installations }] })),
    ).toBe('tools');
    expect(
      likelyOrganization(hostOf({ apps: [{ ...app, installations: [] }] })),
    ).toBe('mel');
  });

  it('is empty where nothing tells', () => {
    expect(likelyOrganization(hostOf({ apps: [] }))).toBe('');
    expect(likelyOrganization(undefined)).toBe('');
  });
});
