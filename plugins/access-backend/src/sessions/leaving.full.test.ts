import { startPortal, type TestPortal } from './__testUtils__/startPortal';
import { until } from './__testUtils__/until';

jest.setTimeout(120_000);

const people = new Map([['user:default/olivia', ['group:default/operators']]]);
let portal: TestPortal;

beforeAll(async () => {
  portal = await startPortal({ people });
});
afterAll(() => portal.stop());

const me = (token: string) => portal.as(token).get('/api/probe/me');

describe('somebody who leaves', () => {
  it('is out, with open sessions, and comes back only with a new sign-in', async () => {
    people.set('user:default/lea', []);
    const token = await portal.browser().signIn('lea');
    await me(token).expect(200);
    const saw = async () => (await me(token)).status;
    // The catalog has to have been looked at once with the person in it.
    const operator = await portal.browser().signIn('olivia');
    await until(async () => {
      const { text } = await portal.as(operator).get('/api/access/sessions');
      return text.includes('user:default/lea');
    });
    people.delete('user:default/lea');
    await until(async () => (await saw()) === 401);
    await expect(portal.browser().signIn('lea')).rejects.toThrow();

    people.set('user:default/lea', []);
    await until(async () => {
      const fresh = await portal.browser().signIn('lea');
      return (await me(fresh)).status === 200;
    });
    await me(token).expect(401);
  });
});
