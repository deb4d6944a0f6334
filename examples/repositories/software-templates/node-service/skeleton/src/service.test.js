import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createService } from './service.js';

const service = createService();
let base;

before(async () => {
  await new Promise(resolve => service.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${service.address().port}`;
});
after(() => service.close());

test('tells that it is healthy', async () => {
  const response = await fetch(`${base}/health`);
  assert.equal(response.status, 200);
  assert.deepEqual(await response.json(), { status: 'ok' });
});

test('does not know other paths', async () => {
  const response = await fetch(`${base}/unknown`);
  assert.equal(response.status, 404);
});
