import { settingsOf } from '../catalog/__testUtils__/settingsOf';

it('readmeDocs is off unless it is asked for, and nothing but a switch', () => {
  expect(settingsOf().readmeDocs).toBeUndefined();
  expect(settingsOf({ catalog: { readmeDocs: true } }).readmeDocs).toBe(true);
  expect(() => settingsOf({ catalog: { readmeDocs: 'maybe' } })).toThrow(
    'callboard.github.catalog.readmeDocs',
  );
});
