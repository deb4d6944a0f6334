import { isDeepStrictEqual } from 'node:util';
import type { Entity } from '@backstage/catalog-model';
import { canonicalAnswer } from './canonicalAnswer';
import { entityQuestions } from './entityQuestions';
import { get, startGuarded } from './startGuarded';

jest.setTimeout(180_000);

const MALLORY = 'user:default/mallory';

const component = (
  name: string,
  labels: Record<string, string> = {},
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    namespace: 'default',
    labels,
    tags: [`tag-of-${name}`],
    annotations: {
      'backstage.io/managed-by-location': 'url:https://host.example/all',
      'backstage.io/managed-by-origin-location': 'url:https://host.example/all',
      'backstage.io/techdocs-ref': 'dir:.',
    },
  },
  spec: {
    type: `type-of-${name}`,
    lifecycle: 'production',
    owner: `team-of-${name}`,
  },
});

const SECRET = 'vault';
const secret = component(SECRET, { secret: 'yes' });
// On both sides of it in every order.
const seen = ['alpha', 'beta', 'zeta'].map(name => component(name));

describe('an entity that a condition hides', () => {
  type Portal = Awaited<ReturnType<typeof startGuarded>>;
  let with_: Portal;
  let without: Portal;
  let uid: string;

  beforeAll(async () => {
    const start = (later: Entity[]) =>
      startGuarded({
        entities: [seen[0]],
        later,
        callboard: {
          admins: ['user:default/olivia'],
          roles: {
            partner: {
              extends: 'developer',
              members: [MALLORY],
              conditions: {
                not: { rule: 'HAS_LABEL', params: { label: 'secret' } },
              },
            },
          },
        },
      });
    with_ = await start([seen[1], secret, seen[2]]);
    without = await start([seen[1], seen[2]]);
    const { text } = await with_.ask(
      with_.operator,
      get(`/catalog/entities/by-name/component/default/${SECRET}`),
    );
    uid = JSON.parse(text).metadata.uid;
  });
  afterAll(() => Promise.all([with_?.stop(), without?.stop()]));

  it.each(Object.keys(entityQuestions({ name: SECRET, uid: '' })))(
    'is as if it were not there: %s',
    async name => {
      const question = entityQuestions({ name: SECRET, uid })[name];
      const [actual, expected] = [
        await with_.ask(MALLORY, question),
        await without.ask(MALLORY, question),
      ];
      expect({
        status: actual.status,
        answer: canonicalAnswer(actual.text),
      }).toEqual({
        status: expected.status,
        answer: canonicalAnswer(expected.text),
      });
    },
  );

  it('is there for an operator, wherever there is something to see', async () => {
    const differs: string[] = [];
    for (const [name, question] of Object.entries(
      entityQuestions({ name: SECRET, uid }),
    )) {
      if (name === 'removal') continue;
      const [a, b] = [
        await with_.ask(with_.operator, question),
        await without.ask(without.operator, question),
      ];
      if (
        a.status !== b.status ||
        !isDeepStrictEqual(canonicalAnswer(a.text), canonicalAnswer(b.text))
      ) {
        differs.push(name);
      }
    }
    // One is not asked, the other says nothing of single entities.
    expect(
      Object.keys(entityQuestions({ name: SECRET, uid: '' })).filter(
        name => !differs.includes(name),
      ),
    ).toEqual(['removal', 'MCP model']);
  });

  it('is not in the pages of somebody else’s cursor', async () => {
    const path =
      '/catalog/entities/by-query?limit=1&orderField=metadata.name,asc';
    const first = await with_.ask(with_.operator, get(path));
    const { nextCursor } = JSON.parse(first.text).pageInfo;
    const rest = JSON.parse(
      (
        await with_.ask(
          MALLORY,
          get(`/catalog/entities/by-query?limit=10&cursor=${nextCursor}`),
        )
      ).text,
    );
    expect(rest.items.map(({ metadata }: Entity) => metadata.name)).toEqual([
      'beta',
      'zeta',
    ]);
    expect(JSON.stringify(rest)).not.toContain(SECRET);
  });
});
