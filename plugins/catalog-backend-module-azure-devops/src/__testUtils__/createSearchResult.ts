import type { StoredFile } from './startAzureDevOps';

/** A result in the shape of Microsoft's documentation of the code search. */
export function createSearchResult(file: StoredFile) {
  return {
    fileName: file.path.split('/').at(-1),
    path: file.path,
    matches: { content: [], fileName: [{ charOffset: 0, length: -1 }] },
    collection: { name: file.organization },
    project: {
      name: file.project,
      id: '00000000-0000-0000-0000-000000000000',
    },
    repository: {
      name: file.repository,
      id: 'c1548045-29f6-4354-8114-55ef058be1a3',
      type: file.type ?? 'git',
    },
    versions: [
      {
        branchName: 'main',
        changeId: '47e1cc8877baea4b7bb33fb803d6cc914b6ee2cd',
      },
    ],
    contentId: '4a0d6c0bd6b6d4a0d6c0bd6b6d4a0d6c0bd6b6d4',
  };
}
