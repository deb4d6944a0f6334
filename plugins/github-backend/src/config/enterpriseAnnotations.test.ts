import { settingsOf } from '../catalog/__testUtils__/settingsOf';

it('asks for facts of a GitHub Enterprise only where it is told to', () => {
  expect(settingsOf().enterpriseAnnotations).toBeUndefined();
  const catalog = { enterpriseAnnotations: true };
  expect(settingsOf({ catalog }).enterpriseAnnotations).toBe(true);
  expect(() =>
    settingsOf({ catalog: { enterpriseAnnotations: 'maybe' } }),
  ).toThrow('callboard.github.catalog.enterpriseAnnotations');
});
