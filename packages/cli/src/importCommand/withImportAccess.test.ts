import { withImportAccess } from './withImportAccess';

it('opens imports and nothing else, after what the operator has set up', () => {
  const own = { type: 'static', options: { token: 'a-token', subject: 'ci' } };
  const key = 'ab'.repeat(32);
  expect(
    withImportAccess({
      data: { backend: { auth: { externalAccess: [own] } } },
      key,
    }),
  ).toEqual({
    backend: {
      auth: {
        externalAccess: [
          own,
          {
            type: 'static',
            options: { token: key, subject: 'callboard-import' },
            accessRestrictions: [
              {
                plugin: 'github',
                permission: ['connections.read', 'connections.manage'],
              },
            ],
          },
        ],
      },
    },
  });
});
