import { mockServices } from '@backstage/backend-test-utils';
// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { startTestSandbox } from '@callboard/github-sandbox/src/testing/startTestSandbox';
// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { stopCleanly } from '@callboard/github-sandbox/src/testing/stopCleanly';
import { createRootGithubService } from '@callboard/plugin-github-node';
import { createEnterpriseFacts } from './createEnterpriseFacts';
import { EnterpriseAnnotations } from './EnterpriseAnnotations';

describe('EnterpriseAnnotations', () => {
  let sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
  let close: () => void;
  let now: number;
  beforeEach(async () => {
    sandbox = await startTestSandbox();
    now = Date.now();
  });
  afterEach(async () => {
    close();
    await stopCleanly(sandbox);
  });

  /** The annotations of three entities of acme, after a person's token has served. */
  function open(options: { as: 'olivia' | 'mel'; enterprise: boolean }) {
    const { host } = new URL(sandbox.url);
    const root = createRootGithubService({
      config: mockServices.rootConfig({
        data: {
          integrations: {
            github: [
              {
                host,
                apiBaseUrl: `${sandbox.url}${
                  options.enterprise ? '/api/v3' : ''
                }`,
                token: sandbox.tokens[options.as],
              },
            ],
          },
        },
      }),
      logger: mockServices.logger.mock(),
      now: () => new Date(),
    });
    close = () => root.credentials.close();
    const processor = new EnterpriseAnnotations({
      hosts: () => [host],
      factsOf: createEnterpriseFacts({
        github: root.forPlugin('catalog'),
        now: () => new Date(now),
      }),
    });
    const annotate = async (name: string, kind = 'Component') => {
      const target = `${sandbox.url}/acme/${name}/tree/main/catalog-info.yaml`;
      const entity = { apiVersion: 'v1', kind, metadata: { name } };
      const { metadata } = await processor.preProcessEntity(entity, {
        type: 'url',
        target,
      });
      return metadata.annotations;
    };
    return {
      annotate,
      all: () => Promise.all(['shop', 'vault', 'empty'].map(n => annotate(n))),
    };
  }

  const asked = () => sandbox.sandbox.requests.all().map(({ route }) => route);

  it('says version, hooks and sign-on of a GitHub Enterprise Server, for two requests an hour', async () => {
    sandbox.organisation.preReceiveHooks = [
      {
        id: 1,
        name: 'callboard-sync',
        enforcement: 'enabled',
        allow_downstream_configuration: false,
      },
    ];
    const { all, annotate } = open({ as: 'olivia', enterprise: true });
    const expected = {
      'github.com/enterprise-version': expect.stringMatching(/^3\.\d+\.\d+$/),
      'github.com/pre-receive-hooks-enabled': 'true',
      'github.com/saml-sso-enabled': 'true',
    };
    expect(await all()).toEqual([expected, expected, expected]);
    await all();
    expect(asked()).toEqual(['GET /meta', 'GET /orgs/{org}/pre-receive-hooks']);

    sandbox.organisation.preReceiveHooks[0].enforcement = 'disabled';
    now += 3_600_001;
    expect(await annotate('shop')).toMatchObject({
      'github.com/pre-receive-hooks-enabled': 'false',
    });
    expect(await annotate('shop', 'Location')).toBeUndefined();
  });

  it('says what a credential may see, and what it saw before', async () => {
    const { annotate } = open({ as: 'mel', enterprise: true });
    const expected = {
      'github.com/enterprise-version': expect.any(String),
      'github.com/saml-sso-enabled': 'true',
    };
    expect(await annotate('shop')).toEqual(expected);
    sandbox.sandbox.faults.set({ badGatewayEvery: 1 });
    now += 3_600_001;
    expect(await annotate('shop')).toEqual(expected);
  });

  it('says at github.com whether the organisation has an identity provider', async () => {
    const { annotate } = open({ as: 'olivia', enterprise: false });
    expect(await annotate('shop')).toEqual({
      'github.com/saml-sso-enabled': 'false',
    });
  });
});
