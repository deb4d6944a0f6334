import { inspectPortalConfig } from '../config/loadPortalConfig';
import { createEnvironment } from '../testing/createEnvironment';
import { shippedRoot } from '../testing/shippedRoot';
import { describeFrequency } from './describeFrequency';
import { formatSummary } from './formatSummary';
import { portalSummary } from './portalSummary';
import { privateKey } from '../testing/privateKey';
import { variablesFor } from '../testing/variablesFor';

jest.setTimeout(30_000);

async function summaryOf(options: {
  presets?: string[];
  env?: Record<string, string>;
  files?: Record<string, string>;
}) {
  const { presets, env, files } = options;
  const portal = await inspectPortalConfig(
    createEnvironment(
      shippedRoot(files),
      { ...variablesFor(presets ?? []), ...env },
      { presets },
    ),
  );
  expect(portal.problems).toEqual([]);
  return formatSummary(portalSummary(portal));
}

it('names the hosts of the trial once, by where its App serves', async () => {
  const text = await summaryOf({ presets: ['demo'] });
  expect(text).toMatch(/Sources +localhost:7008: GitHub App 1$/m);
  expect(text).toMatch(/^ +github\.com: GitHub App 1$/m);
  expect(text).not.toContain('no credential');
});

it('is one screen of facts, with the kind of each credential and without its value', async () => {
  const env = {
    CALLBOARD_BASE_URL: 'https://portal.example.com/',
    GITHUB_ORG: 'acme,umbrella',
    GITLAB_HOST: 'gitlab.example.com',
    GITHUB_APP_ID: '1234',
    GITHUB_CLIENT_ID: 'Iv1.app',
    GITHUB_CLIENT_SECRET: 'a-client-secret-of-the-app',
    GITHUB_PRIVATE_KEY: privateKey,
  };
  const presets = [
    'recommended',
    'github',
    'gitlab-scm',
    'keycloak',
    'postgres',
  ];
  const text = await summaryOf({ presets, env });
  for (const line of [
    /Presets +recommended, github, gitlab-scm, keycloak, postgres/,
    /Base URL +https:\/\/portal\.example\.com$/m,
    /Database +PostgreSQL at db\.example\.com/,
    /Sign-in +Keycloak/,
    /github\.com: GitHub App 1234, then token/,
    /gitlab\.example\.com: token/,
    /github org-umbrella: every 5 minutes/,
    /keycloakOrg default: every 10 minutes/,
    /Plugins +tech-radar/,
  ]) {
    expect(text).toMatch(line);
  }
  expect(text.split('\n').length).toBeLessThan(24);
  const shown = Object.entries({ ...variablesFor(presets), ...env }).filter(
    ([name, value]) =>
      /(SECRET|TOKEN|PAT|PRIVATE_KEY|PASSWORD)$/.test(name) &&
      text.includes(value),
  );
  expect(shown).toEqual([]);
});

it('says why the trial is on, or why it is not', async () => {
  expect(await summaryOf({})).toContain(
    'demo (the trial, since nothing of your own is configured)',
  );
  expect(
    await summaryOf({
      files: { 'app-config.local.yaml': 'catalog: {locations: []}' },
    }),
  ).toContain(
    'none, since you have set catalog.locations in app-config.local.yaml',
  );
});

it('stays on one screen with many syncs', async () => {
  const names = Array.from({ length: 40 }, (_, index) => `org${index}`);
  const text = await summaryOf({
    presets: ['github'],
    env: { GITHUB_ORG: names.join() },
  });
  expect(text).toContain('and 35 more');
});

it.each([
  [{ minutes: 30 }, 'every 30 minutes'],
  [{ hours: 1, minutes: 30 }, 'every 1 hour 30 minutes'],
  ['PT1H', 'every 1 hour'],
  ['P1DT2H', 'every 1 day 2 hours'],
  ['15 minutes', 'every 15 minutes'],
  [{ cron: '0 4 * * *' }, 'cron 0 4 * * *'],
  [{ trigger: 'manual' }, 'when asked to (manual)'],
  [undefined, 'no schedule of its own'],
])('says how often %j is', (frequency, text) => {
  expect(describeFrequency(frequency && { frequency })).toBe(text);
});
