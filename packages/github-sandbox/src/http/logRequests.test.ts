import { startTestSandbox } from '../testing/startTestSandbox';

let test: Awaited<ReturnType<typeof startTestSandbox>>;
beforeAll(async () => {
  test = await startTestSandbox();
});
afterAll(() => test.stop());

it.each([
  ['REST', 'GET /repos/acme/shop', undefined],
  ['GraphQL', 'POST /graphql', { query: '{ viewer { login } }' }],
  ['a page', 'GET /acme/shop', undefined],
])('counts the bytes of an answer of %s', async (_, route, body) => {
  test.sandbox.requests.clear();
  const { text } = await test.call(route, { as: 'olivia', body });
  expect(test.sandbox.requests.all()).toEqual([
    expect.objectContaining({ bytes: Buffer.byteLength(text) }),
  ]);
  expect(text.length).toBeGreaterThan(10);
});

it('counts nothing of an answer without a body', async () => {
  const { headers } = await test.call('GET /repos/acme/shop', { as: 'mel' });
  test.sandbox.requests.clear();
  await test.call('GET /repos/acme/shop', {
    as: 'mel',
    headers: { 'if-none-match': headers.get('etag')! },
  });
  expect(test.sandbox.requests.all()).toEqual([
    expect.objectContaining({ status: 304, bytes: 0, notModified: true }),
  ]);
});
