import { readFile } from './readFile';

const blob = (text: string) => ({
  __typename: 'Blob',
  oid: 'a'.repeat(40),
  text,
  isTruncated: false,
  byteSize: text.length,
});

it.each([
  ['kind: API\n', { state: 'present', text: 'kind: API\n' }],
  // PostgreSQL has no such texts.
  ['a: "\0"\n', { state: 'unread', reason: 'It is a binary file' }],
])('reads %j', (text, expected) => {
  expect(readFile({ object: blob(text), doubt: undefined })).toEqual({
    file: expect.objectContaining(expected),
  });
});
