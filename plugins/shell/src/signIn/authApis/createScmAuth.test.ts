import { ConfigReader } from '@backstage/config';
import { createScmAuth } from './createScmAuth';

const api = (token: string): any => ({ getAccessToken: async () => token });

describe('createScmAuth', () => {
  const scmAuth = createScmAuth({
    config: new ConfigReader({
      integrations: {
        github: [{ host: 'github.com' }, { host: 'ghe.example.com' }],
        gitlab: [{ host: 'gitlab.example.com' }],
        azure: [{ host: 'azure.example.com' }],
      },
    }),
    github: api('github'),
    ownGithub: api('ghe'),
    gitlab: api('gitlab'),
    azure: api('microsoft'),
    bitbucket: api('bitbucket'),
  });

  it.each([
    ['github.com', 'github'],
    ['ghe.example.com', 'ghe'],
    ['gitlab.com', 'gitlab'],
    ['gitlab.example.com', 'gitlab'],
    ['dev.azure.com', 'microsoft'],
    ['azure.example.com', 'microsoft'],
    ['bitbucket.org', 'bitbucket'],
  ])('asks for %s with the token of %s', async (host, token) => {
    await expect(
      scmAuth.getCredentials({ url: `https://${host}/acme` }),
    ).resolves.toMatchObject({ token });
  });

  it('hands a token to no other host', async () => {
    await expect(
      scmAuth.getCredentials({ url: 'https://github.com.example.org/acme' }),
    ).rejects.toThrow(/No auth provider/);
  });
});
