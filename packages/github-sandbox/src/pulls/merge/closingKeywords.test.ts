import { closingKeywords } from './closingKeywords';

it.each([
  ['Fixes #3', [{ number: 3 }]],
  ['fixed: #3 and closes #4', [{ number: 3 }, { number: 4 }]],
  ['Resolves acme/shop#5', [{ repository: 'acme/shop', number: 5 }]],
  ['closed GH-6', [{ number: 6 }]],
  [
    'Close http://localhost:7008/acme/shop/issues/7',
    [{ repository: 'acme/shop', number: 7 }],
  ],
  ['See #8', []],
  ['prefixes #9', []],
  ['This fix is for #10', []],
])('reads %j', (text, expected) => {
  expect(closingKeywords(text)).toEqual(
    expected.map(one => ({ repository: undefined, ...one })),
  );
});
