import { rootOwners } from './rootOwners';

describe('rootOwners', () => {
  it.each([
    [
      'the last rule for everything',
      '* @old\n* @mel @acme/web\n/docs/ @docs\n',
      ['@mel', '@acme/web'],
    ],
    [
      'another way to say everything',
      '** @old\r\n/** @acme/web\r\n',
      ['@acme/web'],
    ],
    [
      'a rule for the root where there is none',
      '/* @acme/web\n*.js @js\n',
      ['@acme/web'],
    ],
    [
      'everything before the root',
      '* @acme/all\n/* @acme/root\n',
      ['@acme/all'],
    ],
    [
      'comments of lines and at their ends',
      '# * @no\n* @mel # @no\n',
      ['@mel'],
    ],
    ['a rule that takes owners away', '* @mel\n*\n', []],
    ['blanks in a pattern', '*\\ copy @no\n  *   @mel  \n', ['@mel']],
    ['rules for parts alone', '/src/ @mel\n*.js @mel\n', []],
    ['an empty file', '', []],
  ])('reads %s', (_, text, owners) => {
    expect(rootOwners(text)).toEqual(owners);
  });
});
