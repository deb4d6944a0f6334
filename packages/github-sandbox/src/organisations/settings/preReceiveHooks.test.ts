import { startTestSandbox } from '../../testing/startTestSandbox';
import { stopCleanly } from '../../testing/stopCleanly';

it('lists the pre-receive hooks of an organisation to its owners, on GitHub Enterprise Server alone', async () => {
  const sandbox = await startTestSandbox();
  const hook = {
    id: 7,
    name: 'callboard-sync',
    enforcement: 'enabled' as const,
    allow_downstream_configuration: true,
  };
  sandbox.organisation.preReceiveHooks = [hook];
  const route = '/orgs/acme/pre-receive-hooks';
  const ask = async (path: string, as: 'olivia' | 'mel') => {
    const { status, body } = await sandbox.call(`GET ${path}`, { as });
    return status === 200 ? body : status;
  };
  expect(await ask(`/api/v3${route}`, 'olivia')).toEqual([
    {
      ...hook,
      configuration_url: `${sandbox.url}/api/v3/admin/pre-receive-hooks/7`,
    },
  ]);
  expect(await ask(`/api/v3${route}`, 'mel')).toBe(403);
  expect(await ask(route, 'olivia')).toBe(404);
  await stopCleanly(sandbox);
});
