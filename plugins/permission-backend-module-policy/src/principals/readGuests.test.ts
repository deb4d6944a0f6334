import { mockServices } from '@backstage/backend-test-utils';
import { readGuests } from './readGuests';

const read = (data: object) =>
  readGuests({ config: mockServices.rootConfig({ data: { ...data } }) });

describe('readGuests', () => {
  it('always knows the well-known guests', () => {
    expect(read({})).toEqual(['user:default/guest', 'user:development/guest']);
  });

  it('adds the user that the guest provider signs in as', () => {
    expect(
      read({
        auth: { providers: { guest: { userEntityRef: 'user:demo/visitor' } } },
      }),
    ).toContain('user:demo/visitor');
  });
});
