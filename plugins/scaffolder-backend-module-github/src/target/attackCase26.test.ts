import fs from 'node:fs/promises';
import path from 'node:path';
import {
  startActions,
  type StartedActions,
} from '../__testUtils__/startActions';

let started: StartedActions;
beforeAll(async () => {
  started = await startActions();
});
afterAll(() => started.stop());

/** Runs a step that has to be refused, and expects that nobody was asked. */
async function refusal(options: {
  id: string;
  input: Record<string, unknown>;
  files?: Record<string, string>;
}): Promise<string> {
  const step = await started.step(options);
  const since = started.last();
  const error = await step.attempt().then(
    () => undefined,
    thrown => thrown,
  );
  expect(error?.name).toBe('InputError');
  expect(started.asked(since)).toEqual([]);
  const dry = await started.step({ ...options, isDryRun: true });
  await expect(dry.attempt()).rejects.toThrow(error.message);
  return error.message;
}

describe('attack case 26: what names a repository, a branch or a folder', () => {
  it.each([
    ['owner=..&repo=x', 'owner'],
    ['owner=acme%2F..&repo=x', 'owner'],
    ['owner=-acme&repo=x', 'owner'],
    ['owner=acme%0Ahost&repo=x', 'owner'],
    ['owner=acme&repo=..', 'repositories'],
    ['owner=acme&repo=..%2F..%2Forgs', 'repositories'],
    ['owner=acme&repo=--upload-pack=x', 'repositories'],
    ['owner=acme&repo=shop.git', 'repositories'],
    ['owner=acme&repo=a%20b', 'repositories'],
    ['owner=acme&repo=shop%00', 'repositories'],
    ['owner=acme&repo=a%3Fb', 'repositories'],
  ])('refuses the address %s', async (query, about) => {
    const input = { repoUrl: `${started.host}?${query}` };
    expect(await refusal({ id: 'publish:github', input })).toContain(about);
  });

  it.each(['\n', '\t', '\u0000', '\u007f'])(
    'refuses the control character %j',
    async character => {
      const repoUrl = `${started.host}?owner=acme&repo=x${character}`;
      expect(
        await refusal({ id: 'github:repo:create', input: { repoUrl } }),
      ).toContain('control characters');
    },
  );

  it('refuses a user before the host, and a host that is not configured', async () => {
    const named = `mallory@${started.repoUrl('x')}`;
    expect(
      await refusal({ id: 'github:repo:push', input: { repoUrl: named } }),
    ).toContain('names a user');
    const elsewhere = 'mallory.example?owner=acme&repo=x';
    expect(
      await refusal({ id: 'github:webhook', input: { repoUrl: elsewhere } }),
    ).toContain('No matching integration');
  });

  it.each([
    '--upload-pack=touch',
    '../main',
    'a..b',
    'a b',
    'a\nb',
    'refs/heads/main.lock',
    'HEAD@{1}',
    'a:b',
    'a~1',
    '/main',
    'main/',
    'x//y',
    '.hidden',
    '@',
  ])('refuses the branch %j', async defaultBranch => {
    const repoUrl = started.repoUrl('branches');
    expect(
      await refusal({
        id: 'publish:github',
        input: { repoUrl, defaultBranch },
      }),
    ).toContain('defaultBranch');
  });

  it.each([
    ['publish:github:pull-request', { branchName: '-f' }, 'branchName'],
    [
      'publish:github:pull-request',
      { targetBranchName: 'a..b' },
      'targetBranchName',
    ],
    ['publish:github:pull-request', { targetPath: '../..' }, 'targetPath'],
    [
      'publish:github:pull-request',
      { filesToDelete: ['../x'] },
      'filesToDelete',
    ],
    ['publish:github', { sourcePath: '../other' }, 'sourcePath'],
    ['publish:github', { sourcePath: 'a/../../b' }, 'sourcePath'],
    ['publish:github', { sourcePath: '-rf' }, 'sourcePath'],
    ['github:repo:push', { sourcePath: 'a\n' }, 'sourcePath'],
    ['publish:github', { access: 'acme/..' }, 'access'],
    ['publish:github', { access: '..' }, 'access'],
    [
      'publish:github',
      { collaborators: [{ user: 'user:default/..', access: 'admin' }] },
      'collaborators',
    ],
    ['publish:github', { secrets: { '..': 'x' } }, 'secrets'],
    ['publish:github', { repoVariables: { 'A\n': 'x' } }, 'repoVariables'],
    ['publish:github', { gitAuthorName: 'x\nparent 0' }, 'gitAuthorName'],
    ['publish:github', { gitAuthorEmail: 'a> 0 +0000' }, 'gitAuthorEmail'],
    ['github:environment:create', { name: '..' }, 'name'],
    ['github:branch-protection:create', { branch: '../x' }, 'branch'],
    ['github:actions:dispatch', { branchOrTagName: '-x' }, 'branchOrTagName'],
  ])('refuses %s with %j', async (id, more, key) => {
    const input = {
      repoUrl: started.repoUrl('shop'),
      ...(id.endsWith('pull-request') && {
        branchName: 'change',
        title: 'Change',
        description: 'It',
      }),
      ...(id.endsWith('dispatch') && { workflowId: 'build.yaml' }),
      ...more,
    };
    expect(await refusal({ id, input })).toContain(key);
  });
});

describe('attack case 26: what the files would make git do', () => {
  it.each(['.git/config', 'deep/.GIT/hooks/pre-push', 'git~1/config'])(
    'refuses a git folder that came with a template: %s',
    async file => {
      for (const id of [
        'publish:github',
        'github:repo:push',
        'publish:github:pull-request',
      ]) {
        const step = await started.step({
          id,
          files: { [file]: '[core]\n' },
          input: {
            repoUrl: started.repoUrl('files'),
            branchName: 'change',
            title: 'Change',
            description: 'It',
          },
          isDryRun: true,
        });
        await expect(step.attempt()).rejects.toThrow('git folder');
      }
    },
  );

  it.each([
    ['url = ssh://git@example.org/x', 'https'],
    ['url = -u./payload', 'https'],
    ['url = https://-oProxyCommand=x/y', 'https'],
    ['url = ../other', 'https'],
    ['url = file:///etc', 'https'],
    ['path = ../../outside', 'path'],
    ['path = -x', 'path'],
    ['update = !touch /tmp/x', 'command'],
  ])('refuses the submodule with %s', async (line, about) => {
    const text = `[submodule "x"]\n\t${line}\n`;
    const step = await started.step({
      id: 'publish:github',
      files: { '.gitmodules': text },
      input: { repoUrl: started.repoUrl('files') },
      isDryRun: true,
    });
    await expect(step.attempt()).rejects.toThrow(about);
  });

  it('lets an honest submodule and dotted names through', async () => {
    const step = await started.step({
      id: 'publish:github',
      files: {
        '.github/CODEOWNERS': '* @acme/web\n',
        '.gitmodules':
          '[submodule "x"]\n\tpath = vendor/x\n\turl = https://example.org/x.git\n',
      },
      input: { repoUrl: started.repoUrl('.github') },
      isDryRun: true,
    });
    await step.attempt();
    expect(step.outputs.remoteUrl).toContain('acme/.github.git');
  });

  it('says which folder is missing, and plans without it', async () => {
    const options = {
      id: 'publish:github',
      input: { repoUrl: started.repoUrl('no-folder'), sourcePath: 'missing' },
    };
    const planned = await started.step({ ...options, isDryRun: true });
    await planned.attempt();
    expect(planned.outputs.remoteUrl).toContain('acme/no-folder.git');
    const step = await started.step(options);
    await expect(step.attempt()).rejects.toThrow(
      'The folder to publish is not in the workspace',
    );
  });

  it('runs nothing of the workspace, and leaves nothing of git in it', async () => {
    const step = await started.step({
      id: 'publish:github',
      files: {
        '.gitattributes': '* filter=evil\n',
        'hooks/pre-push': '#!/bin/sh\ntouch ran\n',
      },
      input: { repoUrl: started.repoUrl('no-hooks') },
    });
    await step.attempt();
    const left = await fs.readdir(step.workspacePath);
    expect(left.sort()).toEqual(['.gitattributes', 'hooks']);
    const beside = await fs.readdir(path.dirname(step.workspacePath));
    expect(beside.filter(name => name.includes('_step-'))).toEqual([]);
  });
});
