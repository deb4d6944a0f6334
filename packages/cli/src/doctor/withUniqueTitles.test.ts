import { createRow } from './__testUtils__/createRow';
import { withUniqueTitles } from './withUniqueTitles';

const titlesOf = (rows: Parameters<typeof createRow>[0][]) =>
  withUniqueTitles(rows.map(createRow)).map(({ check }) => check);

it('names the GitHub where two rows would read the same', () => {
  expect(
    titlesOf([
      { check: 'The App is installed', host: 'github.com' },
      { check: 'The App is installed', host: 'ghe.acme.example' },
      { check: 'The clock is right', host: 'github.com' },
    ]),
  ).toEqual([
    'The App is installed (github.com)',
    'The App is installed (ghe.acme.example)',
    'The clock is right',
  ]);
});

it('numbers what nothing else tells apart', () => {
  expect(
    titlesOf([
      { check: 'Nothing surprises' },
      { check: 'Nothing surprises' },
      { check: 'The App is installed', host: 'github.com' },
      { check: 'The App is installed', host: 'github.com' },
      { check: 'Nothing surprises' },
    ]),
  ).toEqual([
    'Nothing surprises',
    'Nothing surprises (2)',
    'The App is installed (github.com)',
    'The App is installed (github.com) (2)',
    'Nothing surprises (3)',
  ]);
});
