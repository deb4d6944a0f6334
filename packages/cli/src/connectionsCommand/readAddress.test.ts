import { readAddress } from './readAddress';

const ADDRESS = 'https://portal.example.com/connections/app-created';

it.each([
  [`${ADDRESS}?code=abc&state=s-1`, { code: 'abc', state: 's-1' }],
  [`  "${ADDRESS}?state=s-1&code=abc"\n`, { code: 'abc', state: 's-1' }],
  [`<${ADDRESS}?code=abc&state=s-1>`, { code: 'abc', state: 's-1' }],
])('reads %j', (text, expected) => {
  expect(readAddress(text)).toEqual({ outcome: 'read', ...expected });
});

it.each([
  ['', 'no address'],
  ['what?', 'no address'],
  ['abc', 'no address'],
  ['abc def', 'no address'],
  [ADDRESS, 'no code='],
  [`${ADDRESS}?code=&state=s-1`, 'no code='],
  [`${ADDRESS}?code=abc`, 'no state='],
  [`${ADDRESS}?code=abc&state=`, 'no state='],
])('says what is wrong with %j', (text, reason) => {
  expect(readAddress(text)).toEqual({
    outcome: 'unusable',
    reason: expect.stringContaining(reason),
  });
});
