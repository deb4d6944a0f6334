import { descriptor, type TestRepository } from './organisation147';

const README = { 'README.md': '# It\n' };

/** One of each kind, and three of which an entity can be made: `owned`, `plain` and `forked`. */
export const SOME_REPOSITORIES: TestRepository[] = [
  {
    name: 'described',
    files: { ...README, 'catalog-info.yaml': descriptor('described') },
  },
  {
    name: 'broken',
    files: { ...README, 'catalog-info.yaml': descriptor('no name') },
  },
  { name: 'old', files: README, archived: true },
  { name: 'bare' },
  {
    name: 'owned',
    files: { ...README, '.github/CODEOWNERS': '* @acme/web\n' },
  },
  { name: 'plain', files: README },
  { name: 'forked', files: README, fork: true },
];
