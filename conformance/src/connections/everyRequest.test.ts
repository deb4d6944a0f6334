import { expectEntities } from '../presets/probes/expectEntities';
import { compareWithTrace } from './requests/compareWithTrace';
import { type Demo, openDemo } from './requests/openDemo';

jest.setTimeout(180_000);

let demo: Demo;
beforeAll(async () => {
  demo = await openDemo();
});
afterAll(() => demo?.stop());

it('traces every request of the first synchronisation and of a sign-in, with the plugin that asked', async () => {
  await expectEntities(demo, ['component:default/checkout-service']);
  await demo.signIn('lena-fischer');
  const sides = await demo.bothSides();
  expect(sides.received.length).toBeGreaterThan(20);
  expect(compareWithTrace(sides)).toEqual({
    untraced: [],
    invented: [],
    unattributed: [],
  });
  expect(sides.traced.map(({ plugin }) => plugin)).toEqual(
    expect.arrayContaining(['auth', 'catalog', 'connections']),
  );
});
