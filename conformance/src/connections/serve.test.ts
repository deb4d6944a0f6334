import { LEAST_SCOPES } from './scenes/LEAST_SCOPES';
import { openScene, type Scene } from './scenes/openScene';

jest.setTimeout(60_000);

let scene: Scene;
afterEach(() => scene?.stop());

it('says that the App serves, what it cannot do, and where that is granted', async () => {
  scene = await openScene();
  delete scene.installation.permissions.administration;
  const answer = await scene.serve(`${scene.sandbox.url}/acme/vault`);
  expect(answer.steps[0]).toMatchObject({ kind: 'app', verdict: 'used' });
  const of = (ability: RegExp) =>
    answer.abilities.find(each => ability.test(each.ability));
  expect(of(/read files/)).toMatchObject({ can: true });
  expect(of(/create repositories/)).toMatchObject({
    can: false,
    because: expect.stringMatching(/Administration: write is missing/),
    link: expect.stringContaining(scene.sandbox.url),
  });
  expect(answer.summary).toMatch(/App.*create repositories/s);
});

it('says that the App is not installed, so that the token serves', async () => {
  scene = await openScene({ tokenScopes: LEAST_SCOPES });
  scene.github.state.installations.remove(scene.installation);
  await scene.inspect();
  const { steps, summary } = await scene.serve(
    `${scene.sandbox.url}/acme/shop/blob/main/README.md`,
  );
  expect(steps.map(({ kind, verdict }) => `${kind} ${verdict}`)).toEqual(
    expect.arrayContaining(['app skipped', 'token used']),
  );
  expect(steps[0]).toMatchObject({
    code: 'not-installed',
    link: expect.stringMatching(/install/),
  });
  expect(summary).toMatch(/not installed.*token/is);
});

it('says that nobody serves', async () => {
  scene = await openScene({ app: false });
  const { steps, abilities } = await scene.serve(
    `${scene.sandbox.url}/acme/vault`,
  );
  expect(steps.at(-1)).toMatchObject({ kind: 'none' });
  expect(
    abilities.filter(({ can }) => can).map(({ ability }) => ability),
  ).toEqual([]);
});
