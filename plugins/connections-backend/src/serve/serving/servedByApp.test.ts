// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { newInstallation } from '@callboard/github-sandbox/src/core/records/newInstallation';
import { startInspections } from '../../facts/__testUtils__/openInspection';
import { answerServe } from '../answerServe';

let portal: Awaited<ReturnType<typeof startInspections>>;
beforeEach(async () => {
  portal = await startInspections();
});
afterEach(() => portal.stop());

const ask = (
  entry: Parameters<typeof portal.open>[0],
  path: string,
): ReturnType<typeof answerServe> =>
  answerServe({
    context: portal.open(entry),
    url: `${portal.sandbox.url}/${path}`,
  });

const abilityOf = (
  answer: Awaited<ReturnType<typeof answerServe>>,
  ability: string,
) => answer.abilities.find(one => one.ability === ability);

it('serves where it is installed, and says what is missing and where to grant it', async () => {
  const { sandbox, host } = portal;
  const answer = await ask({ apps: [portal.app()] }, 'acme/vault');
  expect(answer).toMatchObject({
    host,
    owner: 'acme',
    repository: 'vault',
    steps: [{ kind: 'app', verdict: 'used' }, { kind: 'none' }],
  });
  expect(answer.abilities.filter(({ can }) => !can)).toEqual([
    {
      ability: 'read security alerts',
      can: false,
      needed: false,
      because:
        'Dependabot alerts: read, Code scanning alerts: read, Secret scanning alerts: read are missing',
      link: `${sandbox.url}/organizations/acme/settings/apps/portal/permissions`,
    },
    {
      ability: 'manage webhooks',
      can: false,
      needed: false,
      because: 'Webhooks: write is missing',
      link: `${sandbox.url}/organizations/acme/settings/apps/portal/permissions`,
    },
  ]);
  expect(answer.summary).toMatch(
    /^App .+ serves acme\/vault; it can read files, read people and teams, push, open pull requests, create repositories and start workflows, but cannot read security alerts \(.+\), nor manage webhooks \(Webhooks: write is missing\)\.$/,
  );
});

it('waits for the account to accept what it asks for', async () => {
  const { sandbox } = portal;
  sandbox.installation.permissions = { metadata: 'read', contents: 'read' };
  const answer = await ask({ apps: [portal.app()] }, 'acme/vault');
  expect(abilityOf(answer, 'create repositories')).toEqual({
    ability: 'create repositories',
    can: false,
    needed: false,
    because:
      'Administration: write is missing: the App asks for it, and acme has not accepted yet',
    link: `${sandbox.url}/organizations/acme/settings/installations/${sandbox.installation.id}`,
  });
  expect(abilityOf(answer, 'read files')).toMatchObject({ can: true });
  expect(abilityOf(answer, 'push')).toMatchObject({ can: false });
});

it('explains a repository that is not there, in both cases', async () => {
  const { sandbox } = portal;
  const all = await ask({ apps: [portal.app()] }, 'acme/nowhere');
  expect(all.summary).toContain(
    'The App is installed on all repositories of acme, so most likely there is no nowhere.',
  );
  expect(abilityOf(all, 'read files')).toMatchObject({
    can: false,
    because: 'GitHub shows it no acme/nowhere',
  });

  sandbox.installation.repositorySelection = 'selected';
  sandbox.installation.repositoryIds = [sandbox.shop.id];
  const selected = await ask({ apps: [portal.app()] }, 'acme/vault');
  expect(selected.steps[0]).toMatchObject({
    verdict: 'failed',
    code: 'repository-not-selected',
  });
  expect(selected.summary).toMatch(
    /^App .+ is not installed on acme\/vault, so nothing serves acme\/vault\. .*Add it on the page of the installation\./,
  );
});

it('changes nothing in an archived repository, and creates none for a person', async () => {
  const { sandbox } = portal;
  sandbox.vault.archived = true;
  const archived = await ask({ apps: [portal.app()] }, 'acme/vault');
  expect(abilityOf(archived, 'push')).toMatchObject({
    can: false,
    because: 'acme/vault is archived, so nobody can change it',
  });
  expect(abilityOf(archived, 'read files')).toMatchObject({ can: true });

  newInstallation({
    sandbox: sandbox.sandbox,
    app: sandbox.app,
    account: sandbox.mel,
  });
  const person = await ask({ apps: [portal.app()] }, 'mel');
  expect(abilityOf(person, 'create repositories')).toMatchObject({
    can: false,
    because: 'GitHub lets nobody but the person do that in their own account',
  });
  expect(abilityOf(person, 'read people and teams')).toBeUndefined();
});
