import { parseEnvironmentFile } from './parseEnvironmentFile';
import { parseWorkflowCommand } from './parseWorkflowCommand';

describe('parseWorkflowCommand', () => {
  it.each([
    ['::debug::text', { name: 'debug', properties: {}, value: 'text' }],
    [
      '::error file=a.ts,line=3,title=A%3A B%2C C::one%0Atwo%25',
      {
        name: 'error',
        properties: { file: 'a.ts', line: '3', title: 'A: B, C' },
        value: 'one\ntwo%',
      },
    ],
    [
      '  ::set-output name=x::a::b',
      { name: 'set-output', properties: { name: 'x' }, value: 'a::b' },
    ],
    ['::group::', { name: 'group', properties: {}, value: '' }],
    ['text ::error::no', undefined],
    ['std::vector::x', undefined],
  ])('%s', (line, expected) => {
    expect(parseWorkflowCommand(line)).toEqual(expected);
  });
});

describe('parseEnvironmentFile', () => {
  it('reads lines and blocks', () => {
    expect(
      parseEnvironmentFile('a=1\nb=x=<<y\n\nc<<EOF\none\ntwo=2\nEOF\nd=\n'),
    ).toEqual({
      outcome: 'values',
      values: [
        ['a', '1'],
        ['b', 'x=<<y'],
        ['c', 'one\ntwo=2'],
        ['d', ''],
      ],
    });
  });

  it.each([
    ['nothing', "Invalid format 'nothing'"],
    ['=x', "Invalid format '=x'. Name must not be empty"],
    ['a<<EOF\nx', "Invalid value. Matching delimiter not found 'EOF'"],
  ])('refuses %j', (text, message) => {
    expect(parseEnvironmentFile(text)).toEqual({ outcome: 'invalid', message });
  });
});
