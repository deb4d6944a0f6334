import {
  type ActivityScene,
  startActivityScene,
} from '../__testUtils__/startActivityScene';

jest.setTimeout(60_000);

let scene: ActivityScene;
beforeAll(async () => {
  scene = await startActivityScene({ token: true, hasWebhook: false });
});
afterAll(() => scene?.stop());

it('works with a token in the place of an App, and without events', async () => {
  expect((await scene.get('repository')).repository.served).toMatchObject({
    credentialId: expect.stringMatching(/^token:/),
  });
  for (const path of ['workflows', 'runs', 'pulls', 'insights']) {
    expect(await scene.get(path)).toMatchObject({
      ...{ state: 'answered', fresh: 'asked', lacks: [] },
    });
  }
  expect((await scene.get('security')).dependabot.state).toBe('answered');
  await scene.write('a', '1');
  scene.asked();
  // Nobody told, and it is not long ago.
  expect((await scene.get('runs')).value.total).toBe(0);
  expect(scene.asked()).toEqual([]);
});
