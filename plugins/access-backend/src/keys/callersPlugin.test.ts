import {
  mockCredentials,
  startTestBackend,
} from '@backstage/backend-test-utils';
import request from 'supertest';
import { callersPlugin } from '../../dev/callersPlugin';

let server: Awaited<ReturnType<typeof startTestBackend>>['server'];
beforeAll(async () => {
  ({ server } = await startTestBackend({ features: [callersPlugin] }));
});

const olivia = mockCredentials.user.header('user:default/olivia');
const nobody = mockCredentials.none.header();
const service = (subject: string) =>
  mockCredentials.service.header({
    onBehalfOf: mockCredentials.service(subject),
    targetPluginId: 'callers',
  });
const status = async (
  method: 'get' | 'post',
  path: string,
  authorization: string,
) =>
  (
    await request(server)
      [method](`/api/callers${path}`)
      .set('authorization', authorization)
  ).status;

it('lets people in where people are asked for', async () => {
  const answer = await request(server)
    .get('/api/callers/mine')
    .set('authorization', olivia);
  expect(answer.body.person).toBe('user:default/olivia');
  expect(await status('get', '/mine', service('plugin:catalog'))).toBe(403);
  expect(await status('get', '/mine', nobody)).toBe(401);
});

it('lets services in where services are asked for', async () => {
  const answer = await request(server)
    .get('/api/callers/machines')
    .set('authorization', service('external:nightly-job'));
  expect(answer.body).toEqual({ service: 'external:nightly-job' });
  expect(await status('get', '/machines', olivia)).toBe(403);
  expect(await status('get', '/machines', nobody)).toBe(401);
});

it('lets one service in where that one is asked for', async () => {
  const post = (authorization: string) =>
    status('post', '/nightly', authorization);
  expect(await post(service('external:nightly-job'))).toBe(200);
  expect(await post(service('external:nightly-job2'))).toBe(403);
  expect(await post(service('plugin:catalog'))).toBe(403);
  expect(await post(olivia)).toBe(403);
  expect(await post(nobody)).toBe(401);
});
