import { touchedFiles } from './touchedFiles';

const push = (more: object) => ({
  ref: 'refs/heads/main',
  before: 'a'.repeat(40),
  after: 'b'.repeat(40),
  repository: {
    name: 'shop',
    html_url: 'https://github.com/acme/shop',
    owner: { login: 'acme' },
  },
  commits: [{ added: ['a'] }],
  ...more,
});

it('adds up what the commits did, the last one last', () => {
  const { added, removed, modified, all } = touchedFiles(
    push({
      commits: [
        { url: '/1', added: ['kept', 'dropped'], modified: ['old', 'changed'] },
        { url: '/2', removed: ['dropped', 'old', 'back'], added: null },
        { url: '/3', added: ['back'], modified: ['kept'] },
      ],
    }),
  );
  expect([...added]).toEqual([['kept', '/3']]);
  expect([...removed]).toEqual([['old', '/2']]);
  expect([...modified]).toEqual([
    ['changed', '/1'],
    ['back', '/3'],
  ]);
  expect(all).toEqual(new Set(['kept', 'dropped', 'old', 'changed', 'back']));
});

it.each<[string, object, boolean]>([
  ['an ordinary push', {}, true],
  ['a new branch', { created: true }, false],
  ['a deleted one', { deleted: true }, false],
  ['a forced one', { forced: true }, false],
  ['one from nothing', { before: '0'.repeat(40) }, false],
  ['one whose start is not told', { before: undefined }, false],
  ['one without commits', { commits: [] }, false],
  [
    'as many commits as GitHub names',
    { commits: Array.from({ length: 2_048 }, () => ({})) },
    false,
  ],
])('knows whether %s is told whole', (_, more, complete) => {
  expect(touchedFiles(push(more)).complete).toBe(complete);
});
