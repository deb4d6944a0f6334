import type {
  Build,
  BuildResult,
  BuildStatus,
} from 'azure-devops-node-api/interfaces/BuildInterfaces';
import type { GitRepository } from 'azure-devops-node-api/interfaces/GitInterfaces';

/** A build as it is on the wire: Microsoft's client turns the words into numbers. */
type WireBuild = Omit<Build, 'status' | 'result'> & {
  status: Uncapitalize<keyof typeof BuildStatus>;
  result: Uncapitalize<keyof typeof BuildResult>;
};

/** The request and the answer of the code search, version 6.0, as far as its documentation marks them as needed. */
interface CodeSearchRequest {
  searchText: string;
  $skip?: number;
  $top?: number;
}
interface CodeSearchResponse {
  count: number;
  infoCode: number;
  facets: Record<string, unknown>;
  results: {
    fileName: string;
    path: string;
    contentId: string;
    collection: { name: string };
    project: { id: string; name: string };
    repository: { id: string; name: string; type: 'git' | 'tfvc' };
    versions: { branchName: string; changeId: string }[];
    matches: Record<string, { charOffset: number; length: number }[]>;
  }[];
}

const project = { id: 'eb6e4656-77fc-42a1-9181-4c6d8e9da5d1', name: 'Shop' };

/** What is in the stand-in's only project. */
export function createAzureData(collectionUrl: string) {
  const url = `${collectionUrl}/${project.name}`;
  const repository: GitRepository = {
    id: '5febef5a-833d-4e14-b9c0-14cb638f91e6',
    name: 'web',
    url: `${url}/_apis/git/repositories/web`,
    project: {
      ...project,
      url: `${collectionUrl}/_apis/projects/${project.id}`,
    },
    defaultBranch: 'refs/heads/main',
    size: 728,
    remoteUrl: `${url}/_git/web`,
    webUrl: `${url}/_git/web`,
    isDisabled: false,
  };
  const build: WireBuild = {
    id: 42,
    buildNumber: '20260101.1',
    status: 'completed',
    result: 'succeeded',
    queueTime: new Date('2026-01-01T00:00:00Z'),
    startTime: new Date('2026-01-01T00:00:01Z'),
    finishTime: new Date('2026-01-01T00:01:00Z'),
    definition: { id: 7, name: 'Web CI' },
    project: repository.project,
    sourceBranch: 'refs/heads/main',
    sourceVersion: '0123456789abcdef0123456789abcdef01234567',
    repository: { id: repository.id, type: 'TfsGit', name: repository.name },
    requestedFor: { displayName: 'Grace Hopper', uniqueName: 'CORP\\grace' },
    _links: { web: { href: `${url}/_build/results?buildId=42` } },
  };
  return {
    repository,
    build,
    search({ searchText, $skip = 0 }: CodeSearchRequest): CodeSearchResponse {
      const isMeant =
        /path:\/?catalog-info\.yaml/.test(searchText) &&
        /proj:(\*|Shop)/.test(searchText);
      return {
        count: isMeant ? 1 : 0,
        infoCode: 0,
        facets: {},
        results:
          isMeant && $skip === 0
            ? [
                {
                  fileName: 'catalog-info.yaml',
                  path: '/catalog-info.yaml',
                  contentId: '0123456789abcdef',
                  collection: { name: 'acme' },
                  project,
                  repository: { id: repository.id!, name: 'web', type: 'git' },
                  versions: [
                    { branchName: 'main', changeId: build.sourceVersion! },
                  ],
                  matches: { content: [], fileName: [] },
                },
              ]
            : [],
      };
    },
  };
}
