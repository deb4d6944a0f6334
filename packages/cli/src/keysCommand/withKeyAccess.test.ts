import { withKeyAccess } from './withKeyAccess';

it('takes keys, and opens keys to the command and nothing else, after what the operator has set up', () => {
  const own = { type: 'static', options: { token: 'a-token', subject: 'ci' } };
  const key = 'ab'.repeat(32);
  expect(
    withKeyAccess({
      data: { backend: { auth: { externalAccess: [own], keys: [] } } },
      key,
    }),
  ).toEqual({
    backend: {
      auth: {
        keys: [],
        externalAccess: [
          own,
          { type: 'callboard-key', options: {} },
          {
            type: 'static',
            options: { token: key, subject: 'callboard-keys' },
            accessRestrictions: [
              {
                plugin: 'access',
                permission: ['access.read', 'access.manage'],
              },
            ],
          },
        ],
      },
    },
  });
});
