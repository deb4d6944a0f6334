import type { CheckResult } from '@callboard/plugin-connections-common';
import type { ExpectedFinding, Scenario } from './Scenario';
import { type RowId, rows } from './rows';
import { scenarios } from './scenarios';
import { LEAST_SCOPES } from './scenes/LEAST_SCOPES';
import { openScene, type Scene } from './scenes/openScene';

jest.setTimeout(60_000);

/**
 * What that guide lets the token do: find catalog files. People and teams it reads with code of its own; stock's synchronisation asks for
 * their e-mail addresses as well, and GitHub refuses those without `user:email`.
 */
const ONLY_DISCOVERY = {
  catalog: {
    rules: [{ allow: ['Component'] }],
    providers: { githubOrg: null },
  },
};

let scene: Scene;
afterEach(() => scene?.stop());

const expectedOf = ({ expected }: Scenario): ExpectedFinding[] =>
  [expected].flat();

/** The results of some checks that are not all right, told in full. */
function wrong(results: CheckResult[], checks: string[]) {
  return results
    .filter(({ status }) => status !== 'pass')
    .filter(({ id }) => checks.includes(id.split(/[:#]/)[0]))
    .map(({ id, status, cause, remedy }) => ({ id, status, cause, remedy }));
}

describe.each(scenarios.map(scenario => [scenario.title, scenario] as const))(
  '%s',
  (_, scenario) => {
    it('is found, with cause and remedy, and well again once it is mended', async () => {
      const expected = expectedOf(scenario);
      const checks = expected.map(({ check }) => check);
      scene = await openScene(scenario.portal);
      expect(wrong(await scene.inspect(), checks)).toEqual([]);

      await scenario.breakIt(scene);
      const found = wrong(await scene.inspect(), checks);
      expect(found).toEqual(
        expect.arrayContaining(
          expected.map(({ check, status, cause, remedy }) => ({
            id: expect.stringMatching(`^${check}([:#]|$)`),
            status,
            cause: expect.stringMatching(cause),
            remedy: expect.stringMatching(remedy),
          })),
        ),
      );

      await scenario.mend(scene);
      expect(wrong(await scene.inspect(), checks)).toEqual([]);
      expect(scene.sandbox.errors).toEqual([]);
    });
  },
);

describe('the scenarios', () => {
  it('cover every row of the guides, and of the tests that were asked for', () => {
    const covered = new Set<RowId>(scenarios.flatMap(({ rows: ids }) => ids));
    expect(Object.keys(rows).filter(id => !covered.has(id as RowId))).toEqual(
      [],
    );
  });

  it('have titles of their own', () => {
    const titles = scenarios.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });
});

describe('a portal with nothing broken', () => {
  it.each<[string, Parameters<typeof openScene>[0]]>([
    ['with an App', {}],
    ['with a token', { app: false, tokenScopes: LEAST_SCOPES }],
    ['with both', { tokenScopes: LEAST_SCOPES }],
  ])('is found to be all right %s', async (_, shape) => {
    scene = await openScene(shape);
    const results = await scene.inspect();
    expect(
      results
        .filter(({ status }) => status !== 'pass')
        .map(({ id, status, cause }) => `${status} ${id}: ${cause}`),
    ).toEqual([]);
    expect(results.length).toBeGreaterThan(10);
  });
});

it.each<[string, string[]]>([
  ['that guide for GitHub Enterprise', ['repo', 'read:org', 'admin:repo_hook']],
  ['the least that is needed', LEAST_SCOPES],
])('a token with the rights of %s passes', async (_, scopes) => {
  scene = await openScene({
    app: false,
    tokenScopes: scopes,
    config: scopes === LEAST_SCOPES ? {} : ONLY_DISCOVERY,
  });
  const results = await scene.inspect();
  expect(wrong(results, ['token-rights', 'integration-works'])).toEqual([]);
  expect(
    results.filter(({ id }) => id.startsWith('token-rights:')),
  ).toHaveLength(1);
});
