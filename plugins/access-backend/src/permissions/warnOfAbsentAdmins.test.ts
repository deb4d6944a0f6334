import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { PolicyExplainer } from '@callboard/plugin-access-node';
import { organisation } from './__testUtils__/organisation';
import { warnOfAbsentAdmins } from './warnOfAbsentAdmins';

function open(options: {
  admins: string[];
  isEmpty?: boolean;
  anybody?: boolean;
}) {
  const { admins, isEmpty = false, anybody = false } = options;
  const logger = mockServices.logger.mock();
  const explainer: Partial<PolicyExplainer> = {
    roles: () =>
      [
        {
          name: 'admin',
          members: admins.map(member => ({
            member,
            source: { type: 'config', key: 'permission.callboard.admins' },
          })),
        },
        {
          name: 'viewer',
          members: [
            {
              member: 'user:default/jane',
              source: { type: 'assigned', by: 'a', at: 'b' },
            },
          ],
        },
      ] as ReturnType<PolicyExplainer['roles']>,
  };
  let time = 0;
  const { look } = warnOfAbsentAdmins({
    auth: mockServices.auth(),
    catalog: catalogServiceMock({ entities: isEmpty ? [] : organisation }),
    explainers: { current: () => explainer as PolicyExplainer, set: () => {} },
    logger,
    withoutUser: { anybody },
    monotonicMs: () => time,
  });
  return {
    logger,
    async look(afterMinutes: number) {
      time += afterMinutes * 60_000;
      await look();
    },
  };
}

it('warns once, after ten minutes', async () => {
  const { logger, look } = open({
    admins: ['user:default/gone', 'group:default/nobody'],
  });
  await look(1);
  await look(9);
  expect(logger.warn).not.toHaveBeenCalled();
  await look(1);
  await look(1);
  expect(logger.warn.mock.calls).toEqual([
    [expect.stringContaining('user:default/gone, group:default/nobody')],
  ]);
});

it.each([
  ['one of them is there', { admins: ['user:x/y', 'group:default/platform'] }],
  ['nobody is configured', { admins: [] }],
  ['the catalog is empty', { admins: ['user:default/gone'], isEmpty: true }],
  ['no entity is needed', { admins: ['user:default/gone'], anybody: true }],
])('is silent where %s', async (_, given) => {
  const { logger, look } = open(given);
  await look(1);
  await look(60);
  expect(logger.warn).not.toHaveBeenCalled();
});
