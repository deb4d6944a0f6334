import type { SystemFacts } from '@callboard/plugin-connections-common';
import type { CheckInput } from '../Check';
import { systemsReachable } from '../connections/systemsReachable';
import { databaseWorks } from '../database/databaseWorks';

const facts = (values: Partial<SystemFacts>): SystemFacts => ({
  id: 'gitlab:gitlab.com',
  kind: 'gitlab',
  title: 'GitLab at gitlab.com',
  target: 'https://gitlab.com/api/v4',
  configKey: 'integrations.gitlab[0]',
  credential: { type: 'access token' },
  status: 'pass',
  detail: 'It takes the token.',
  ...values,
});

describe('results of systems', () => {
  const input = (...systems: SystemFacts[]) =>
    ({ systems } as unknown as CheckInput);

  it('are what the systems say, the database in a group of its own', () => {
    const all = input(facts({}), facts({ id: 'database', kind: 'database' }));
    expect(systemsReachable.run(all)).toEqual([
      {
        subject: 'gitlab:gitlab.com',
        check: 'GitLab at gitlab.com answers',
        status: 'pass',
        cause: 'It takes the token.',
        remedy: '',
      },
    ]);
    expect(databaseWorks).toMatchObject({ group: 'database' });
    expect(databaseWorks.run(all)).toMatchObject([
      { check: expect.any(String), status: 'pass' },
    ]);
  });

  it('say what to do, where the system does not', () => {
    expect(
      systemsReachable.run(
        input(
          facts({ status: 'fail', detail: 'no answer within 5 seconds' }),
          facts({
            id: 'ldap:default',
            status: 'warn',
            remedy: 'Use ldaps://.',
          }),
        ),
      ),
    ).toMatchObject([
      {
        status: 'fail',
        remedy:
          'See that this machine reaches https://gitlab.com/api/v4, and that integrations.gitlab[0] is right.',
      },
      { status: 'warn', remedy: 'Use ldaps://.' },
    ]);
  });
});
