import { stringify } from 'yaml';

/** A repository of the test's organisation. */
export interface TestRepository {
  name: string;
  /** Undefined: it has no commit. */
  files?: Record<string, string>;
  archived?: boolean;
  fork?: boolean;
}

const README = { 'README.md': '# It\n' };

/**
 * Seed 002's case of 147 repositories: 60 described, 3 that are not valid, 6 archived, 4 empty, and 74 of which an entity can be made: 8 of
 * them forks, 20 with CODEOWNERS, 10 with docs.
 */
export function organisation147(): TestRepository[] {
  const named = (prefix: string, count: number) =>
    Array.from(
      { length: count },
      (_, index) => `${prefix}-${String(index + 1).padStart(2, '0')}`,
    );
  return [
    ...named('described', 60).map(name => ({
      name,
      files: { ...README, 'catalog-info.yaml': descriptor(name) },
    })),
    {
      name: 'invalid-01',
      files: { ...README, 'catalog-info.yaml': 'kind: [Component\n' },
    },
    {
      name: 'invalid-02',
      files: { ...README, 'catalog-info.yaml': descriptor('not a name') },
    },
    {
      name: 'invalid-03',
      files: {
        ...README,
        'catalog-info.yaml': 'apiVersion: v1\nkind: Component\n',
      },
    },
    ...named('archived', 6).map(name => ({
      ...{ name, files: README, archived: true },
    })),
    ...named('bare', 4).map(name => ({ name })),
    ...named('fork', 8).map(name => ({ name, files: README, fork: true })),
    ...named('owned', 20).map(name => ({
      name,
      files: { ...README, '.github/CODEOWNERS': '* @acme/web\n' },
    })),
    ...named('documented', 10).map(name => ({
      name,
      files: { ...README, 'docs/index.md': '# Docs\n' },
    })),
    ...named('plain', 36).map(name => ({ name, files: README })),
  ];
}

export function descriptor(name: string): string {
  return stringify({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name },
    spec: { type: 'service', lifecycle: 'production', owner: 'web' },
  });
}
