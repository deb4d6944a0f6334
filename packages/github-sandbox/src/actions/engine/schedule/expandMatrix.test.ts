import type { JsonValue } from '../types';
import { expandMatrix } from './expandMatrix';

describe('expandMatrix', () => {
  it('multiplies vectors, the last one fastest', () => {
    expect(
      expandMatrix({ matrix: { node: [18, 20], os: ['linux', 'mac'] } }),
    ).toEqual([
      { node: 18, os: 'linux' },
      { node: 18, os: 'mac' },
      { node: 20, os: 'linux' },
      { node: 20, os: 'mac' },
    ]);
  });

  it('excludes by a part of a combination', () => {
    expect(
      expandMatrix({
        matrix: {
          node: [18, 20],
          os: ['linux', 'mac'],
          exclude: [{ os: 'mac', node: 18 }, { node: 20 }],
        },
      }),
    ).toEqual([{ node: 18, os: 'linux' }]);
  });

  it('includes as the documentation shows', () => {
    expect(
      expandMatrix({
        matrix: {
          fruit: ['apple', 'pear'],
          animal: ['cat', 'dog'],
          include: [
            { color: 'green' },
            { color: 'pink', animal: 'cat' },
            { fruit: 'apple', shape: 'circle' },
            { fruit: 'banana' },
            { fruit: 'banana', animal: 'cat' },
          ],
        },
      }),
    ).toEqual([
      { fruit: 'apple', animal: 'cat', color: 'pink', shape: 'circle' },
      { fruit: 'apple', animal: 'dog', color: 'green', shape: 'circle' },
      { fruit: 'pear', animal: 'cat', color: 'pink' },
      { fruit: 'pear', animal: 'dog', color: 'green' },
      { fruit: 'banana' },
      { fruit: 'banana', animal: 'cat' },
    ]);
  });

  it('needs no vectors if there are includes', () => {
    expect(
      expandMatrix({ matrix: { include: [{ site: 'a' }, { site: 'b' }] } }),
    ).toEqual([{ site: 'a' }, { site: 'b' }]);
  });

  it.each<[JsonValue, string]>([
    [{ node: [] }, "Matrix vector 'node' does not contain any values"],
    [{}, 'Matrix must define at least one vector'],
    [
      { a: [...Array(20).keys()], b: [...Array(20).keys()] },
      'maximum limit of 256 jobs',
    ],
    ['x', 'Unexpected value'],
  ])('refuses %j', (matrix, message) => {
    expect(() => expandMatrix({ matrix })).toThrow(message);
  });
});
