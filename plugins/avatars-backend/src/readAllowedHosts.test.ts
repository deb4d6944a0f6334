import { mockServices } from '@backstage/backend-test-utils';
import { readAllowedHosts } from './readAllowedHosts';

const read = (allowedHosts?: string[]) => [
  ...readAllowedHosts({
    config: mockServices.rootConfig({
      data: { avatars: allowedHosts ? { allowedHosts } : {} },
    }),
  }),
];

describe('readAllowedHosts', () => {
  it('reads hosts in the form that URLs give them', () => {
    expect(
      read([
        'GitHub.Example',
        'a.example:8443',
        'b.example:443',
        'c.example:80',
        '[::1]:81',
      ]),
    ).toEqual([
      'github.example',
      'a.example:8443',
      'b.example',
      'c.example',
      '[::1]:81',
    ]);
    expect(read()).toEqual([]);
  });

  it.each([
    'https://github.example',
    'github.example/avatars',
    'user@github.example',
    '*.example',
    'github.example:port',
  ])('refuses "%s" and says how to write it', entry => {
    expect(() => read(['a.example', entry])).toThrow(
      `avatars.allowedHosts[1] is "${entry}": write a host`,
    );
  });
});
