import { formatExplanation } from './formatExplanation';

it('says the answer, what gave it and what would change it', () => {
  expect(
    formatExplanation({
      width: 60,
      explanation: {
        user: 'user:default/petra',
        inCatalog: true,
        permission: { name: 'catalog.entity.read', plugin: 'catalog' },
        entity: 'component:default/vault',
        policy: 'conditional',
        result: 'deny',
        because: [
          'The role partner allows catalog.entity.read under conditions.',
        ],
        roles: [
          {
            role: 'partner',
            member: 'group:default/partners',
            source: { type: 'config', key: 'a.key' },
            says: 'conditional',
            rule: 'a rule',
            path: ['user:default/petra', 'group:default/partners'],
          },
        ],
        ownership: [],
        parents: [],
        change: [],
      },
    }),
  ).toEqual([
    'Denied: user:default/petra catalog.entity.read on component:default/vault',
    '',
    'Because',
    '  - The role partner allows catalog.entity.read under',
    '    conditions.',
    '',
    'Roles',
    '  - partner, through user:default/petra >',
    '    group:default/partners',
  ]);
});
