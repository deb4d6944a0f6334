import { parseShellFlags } from './parseShellFlags';

describe('parseShellFlags', () => {
  it.each([
    ['script.sh a', { options: '', command: false, rest: ['script.sh', 'a'] }],
    [
      '--noprofile --norc -eo pipefail x',
      { options: 'set -e -o pipefail', command: false, rest: ['x'] },
    ],
    ['-lec y z', { options: 'set -e', command: true, rest: ['y', 'z'] }],
    ['+e -u -- -x', { options: 'set +e -u', command: false, rest: ['-x'] }],
  ])('%s', (line, expected) => {
    expect(parseShellFlags(line.split(' '))).toEqual(expected);
  });
});
