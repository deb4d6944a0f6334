import { z } from 'zod';
import { readInput } from './readInput';

const schema = z.strictObject({
  host: z.string('it is no text'),
  mode: z.enum(['a', 'b'], 'it is neither a nor b'),
});

describe('readInput', () => {
  it('gives what the schema has', () => {
    const input = { host: 'github.com', mode: 'a' };
    expect(readInput({ schema, input })).toEqual(input);
  });

  it.each([
    [
      { host: 1, mode: 'ghp_1', ghp_2: true },
      'host: it is no text; mode: it is neither a nor b; there is a field that is not known',
    ],
    [undefined, 'the query: '],
  ])('names all that is wrong with %j, and quotes nothing', (input, words) => {
    const read = () => readInput({ schema, input, what: 'the query' });
    expect(read).toThrow(`The request is not valid: ${words}`);
    expect(read).not.toThrow(/ghp_/);
  });
});
