import { readBytes } from './readBytes';

const url = 'http://localhost/';

/** A body without a length that would go on for ever. */
function endless() {
  let given = 0;
  const body = new ReadableStream({
    pull(controller) {
      given += 1;
      controller.enqueue(new Uint8Array(1000));
    },
  });
  const init = { method: 'POST', body, duplex: 'half' };
  const request = new Request(url, init as RequestInit);
  return { request, given: () => given };
}

it('reads a body', async () => {
  const request = new Request(url, { method: 'POST', body: 'text' });
  const read = await readBytes({ request, most: 4 });
  expect(read).toEqual({ outcome: 'read', bytes: Buffer.from('text') });
});

it('believes what is said about the length, and reads nothing then', async () => {
  const request = new Request(url, {
    method: 'POST',
    body: 'text',
    headers: { 'content-length': '5000' },
  });
  expect(await readBytes({ request, most: 4 })).toEqual({
    outcome: 'tooLarge',
  });
  expect(request.bodyUsed).toBe(false);
});

it('reads no more of a body without a length than shows that it is too large', async () => {
  const { request, given } = endless();
  expect(await readBytes({ request, most: 10_000 })).toEqual({
    outcome: 'tooLarge',
  });
  expect(given()).toBeLessThan(20);
});
