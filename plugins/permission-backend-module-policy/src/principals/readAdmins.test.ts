import { mockServices } from '@backstage/backend-test-utils';
import { readAdmins } from './readAdmins';

const read = (admins?: string[]) =>
  readAdmins({
    config: mockServices.rootConfig({
      data: { permission: { callboard: admins ? { admins } : {} } },
    }),
    guests: ['user:default/guest'],
  });

describe('readAdmins', () => {
  it('reads users and groups', () => {
    expect(read([' user:default/Jane', 'group:ops/platform'])).toEqual([
      'user:default/Jane',
      'group:ops/platform',
    ]);
    expect(read()).toEqual([]);
  });

  it.each(['jane', 'user:jane', 'default/jane', 'component:default/web'])(
    'refuses "%s" and says how to write it',
    entry => {
      expect(() => read(['user:default/joe', entry])).toThrow(
        /^permission\.callboard\.admins\[1\] is ".*": write a full reference/,
      );
    },
  );

  it('refuses a guest', () => {
    expect(() => read(['User:default/GUEST'])).toThrow(
      /which anyone can sign in as/,
    );
  });
});
