import path from 'node:path';
import { startHookScene } from './__testUtils__/startHookScene';

jest.setTimeout(120_000);

let scene: Awaited<ReturnType<typeof startHookScene>>;
beforeEach(async () => {
  scene = await startHookScene();
});
afterEach(() => scene?.stop());

it('finds the default branch among more refs than fit into a pipe', async () => {
  const commit = await scene.commit();
  const bare = path.join(scene.folder, 'shop.git');
  await scene.git(
    ['fetch', '--quiet', path.join(scene.folder, 'clone'), 'main'],
    { cwd: bare },
  );
  const refs = Array.from(
    { length: 900 },
    (_, index) => `main:refs/heads/a-branch-with-quite-a-long-name-${index}`,
  );
  await scene.push([...refs, 'main']);
  expect(scene.hints).toMatchObject([{ commit }]);
  expect(
    await scene.refOf('refs/heads/a-branch-with-quite-a-long-name-899'),
  ).toBe(commit);
});
