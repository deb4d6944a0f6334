import type { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { CatalogRules } from './CatalogRules';

const entity = (kind: string, type?: unknown) =>
  ({ kind, spec: { type } } as unknown as Entity);
const url = (target: string) => ({ type: 'url', target });
const anywhere = url('https://x/a.yaml');

describe('CatalogRules', () => {
  const rules = (catalog: any) =>
    CatalogRules.fromConfig(new ConfigReader({ catalog }));

  it('lets in components, APIs and locations by default', () => {
    const allowed = [
      'Component',
      'api',
      'LOCATION',
      'Group',
      'User',
      'Template',
    ];
    expect(
      allowed.filter(kind => rules({}).isAllowed(entity(kind), anywhere)),
    ).toEqual(['Component', 'api', 'LOCATION']);
  });

  it('lets nothing in when there are no rules', () => {
    expect(rules({ rules: [] }).isAllowed(entity('API'), anywhere)).toBe(false);
  });

  it('looks at the type', () => {
    const { isAllowed } = bound(
      rules({
        rules: [
          { allow: ['System', { kind: 'Resource', 'spec.type': 'Database' }] },
        ],
      }),
    );
    expect(isAllowed(entity('System'), anywhere)).toBe(true);
    expect(isAllowed(entity('resource', 'database'), anywhere)).toBe(true);
    expect(isAllowed(entity('Resource', 'queue'), anywhere)).toBe(false);
    expect(isAllowed(entity('Resource', 1), anywhere)).toBe(false);
    expect(isAllowed(entity('Resource'), anywhere)).toBe(false);
  });

  it('looks at the location', () => {
    const { isAllowed } = bound(
      rules({
        rules: [
          {
            allow: ['User'],
            locations: [
              { type: 'url', pattern: 'https://x/*/users.yaml' },
              { type: 'url', exact: 'https://y/users.yaml' },
              { type: 'ldap' },
            ],
          },
          { allow: ['Group'], locations: [] },
        ],
      }),
    );
    const user = entity('User');
    expect(isAllowed(user, url('https://X/o/Users.yaml'))).toBe(true);
    expect(isAllowed(user, url('https://x/o/r/users.yaml'))).toBe(false);
    expect(isAllowed(user, url('https://y/users.yaml'))).toBe(true);
    expect(isAllowed(user, url('https://y/Users.yaml'))).toBe(false);
    expect(isAllowed(user, { type: 'ldap', target: 'x' })).toBe(true);
    expect(isAllowed(entity('Group'), anywhere)).toBe(false);
  });

  it('adds the rules of locations of the configuration', () => {
    const { isAllowed } = bound(
      rules({
        locations: [
          {
            type: 'file',
            target: './users.yaml',
            rules: [{ allow: ['User', 'Group'] }],
          },
          { type: 'url', target: 'https://x/none.yaml' },
        ],
      }),
    );
    const file = { type: 'file', target: `${process.cwd()}/users.yaml` };
    expect(isAllowed(entity('Group'), file)).toBe(true);
    expect(isAllowed(entity('Component'), file)).toBe(true);
    expect(isAllowed(entity('Group'), url('https://x/none.yaml'))).toBe(false);
  });

  it('refuses rules that contradict themselves', () => {
    expect(() =>
      rules({
        rules: [
          {
            allow: ['User'],
            locations: [{ type: 'url', exact: 'a', pattern: 'b' }],
          },
        ],
      }),
    ).toThrow('cannot have both exact and pattern values');
    expect(() => rules({ rules: [{ allow: 'User' }] })).toThrow();
  });
});

function bound(rules: CatalogRules) {
  return {
    isAllowed: (e: Entity, location: { type: string; target: string }) =>
      rules.isAllowed(e, location),
  };
}
