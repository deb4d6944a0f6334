import fc from 'fast-check';
import {
  startPostgresDatabases,
  type TestDatabases,
} from '../__testUtils__/testDatabases';
import { encodeTextArray } from './encodeTextArray';

jest.setTimeout(60_000);

describe('encodeTextArray', () => {
  let databases: TestDatabases;
  beforeAll(async () => {
    databases = await startPostgresDatabases();
  });
  afterAll(() => databases.stop());

  it('gives PostgreSQL what it was given', async () => {
    const knex = await databases.create();
    const read = async (values: (string | null)[]) => {
      const { rows } = await knex.raw(
        'SELECT value FROM unnest(?::text[]) WITH ORDINALITY AS v(value, n) ORDER BY n',
        [encodeTextArray(values)],
      );
      return rows.map((row: { value: string | null }) => row.value);
    };
    const examples: (string | null)[][] = [
      [],
      [''],
      [null],
      ['NULL', null, '{"a":"b, \\"c\\" \\\\"}', '\u00e9\u20ac\u{1f600}', '{}'],
    ];
    for (const values of examples) expect(await read(values)).toEqual(values);
    // PostgreSQL has no text with a NUL in it.
    const text = fc
      .string({ unit: 'binary' })
      .filter(value => !value.includes('\0'));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.option(text)), async values => {
        expect(await read(values)).toEqual(values);
      }),
      { numRuns: 200 },
    );
  });

  it('is refused as text would be where it has a NUL', async () => {
    const knex = await databases.create();
    await expect(
      knex.raw('SELECT ?::text[]', [encodeTextArray(['a\0b'])]),
    ).rejects.toThrow('invalid byte sequence');
  });
});
