import { mockServices } from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { withToken } from './withToken';

const REPO = 'github.com?owner=acme&repo=shop';

async function inputFor(options: {
  input: Record<string, string>;
  served?: string;
}) {
  const { input, served } = options;
  const getCredentials = jest.fn(async () => ({
    type: 'app' as const,
    token: served,
  }));
  const handler = jest.fn();
  const action = withToken({
    action: createTemplateAction({ id: 'test:token', handler }),
    integrations: ScmIntegrations.fromConfig(mockServices.rootConfig()),
    githubCredentialsProvider: { getCredentials },
  });
  const context = { input, logger: 'the logger' };
  await action.handler(context as any);
  expect(handler).toHaveBeenCalledTimes(1);
  return { context: handler.mock.calls[0][0], getCredentials };
}

it('hands an action the token that serves its repository', async () => {
  const { context, getCredentials } = await inputFor({
    input: { repoUrl: REPO, name: 'x' },
    served: 'ours',
  });
  expect(getCredentials).toHaveBeenCalledWith({
    url: 'https://github.com/acme/shop',
  });
  expect(context).toEqual({
    input: { repoUrl: REPO, name: 'x', token: 'ours' },
    logger: 'the logger',
  });
});

it('leaves a token that the template names', async () => {
  const { context, getCredentials } = await inputFor({
    input: { repoUrl: REPO, token: 'theirs' },
    served: 'ours',
  });
  expect(context.input.token).toBe('theirs');
  expect(getCredentials).not.toHaveBeenCalled();
});

it('lets the action say what is missing', async () => {
  const { context } = await inputFor({ input: { repoUrl: REPO } });
  expect(context.input).toEqual({ repoUrl: REPO });
});
