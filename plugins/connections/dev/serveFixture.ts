import type { ServeAnswer } from '@callboard/plugin-connections-common';

/** The App is not installed there, so the token serves; it may read, and not create repositories. */
export const serveFixture: ServeAnswer = {
  url: 'https://github.com/other/tools',
  host: 'github.com',
  owner: 'other',
  repository: 'tools',
  steps: [
    {
      credentialId: 'app:github.com:1234',
      kind: 'app',
      title: 'App Callboard',
      verdict: 'skipped',
      code: 'not-installed',
      reason: 'It is not installed on other.',
      link: 'https://github.com/apps/callboard/installations/new',
    },
    {
      credentialId: 'token:github.com:3f9a12cd',
      kind: 'token',
      title: 'token 3f9a12cd',
      verdict: 'used',
      code: 'used',
      reason: 'It is the token of github.com, and no App fits.',
    },
    {
      credentialId: 'none',
      kind: 'none',
      title: 'nobody',
      verdict: 'skipped',
      code: 'not-needed',
      reason: 'The token serves.',
    },
  ],
  abilities: [
    { ability: 'read files', can: true, because: 'repo includes it' },
    {
      ability: 'create repositories',
      can: false,
      because: 'Administration: write is missing',
      link: 'https://github.com/settings/tokens',
    },
  ],
  summary:
    'App Callboard is not installed on other, so token 3f9a12cd of olivia serves; it can read, but not create repositories.',
};
