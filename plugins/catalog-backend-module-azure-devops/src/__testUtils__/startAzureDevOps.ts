import {
  type IncomingMessage,
  type ServerResponse,
  createServer,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSearchResult } from './createSearchResult';

export interface StoredFile {
  organization: string;
  project: string;
  repository: string;
  path: string;
  type?: string;
}

interface SearchRequest {
  searchText: string;
  $orderBy: { field: string; sortOrder: string }[];
  $skip: number;
  $top: number;
  filters?: { Branch?: string[] };
}

export interface AzureDevOps {
  files: StoredFile[];
  /** The token that each organization takes. */
  tokens: Record<string, string>;
  /** Projects whose repositories can be seen although they have no file. */
  emptyProjects: { organization: string; project: string }[];
  /** Files per page at most, whatever was asked for. */
  maxPageSize: number;
  /** Answers in the place of the next searches; `undefined` is the usual one. */
  next: (((res: ServerResponse) => void) | undefined)[];
  searches: { url: string; body: SearchRequest }[];
  /** Sends every host of Azure DevOps here. */
  fetch: typeof fetch;
  stop(): Promise<void>;
}

/** Answers on loopback as the code search and the list of repositories of Azure DevOps do, for every host and organization. */
export async function startAzureDevOps(): Promise<AzureDevOps> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const azure: AzureDevOps = {
    files: [],
    tokens: {},
    emptyProjects: [],
    maxPageSize: 1000,
    next: [],
    searches: [],
    fetch: (input, init) =>
      fetch(String(input).replace(/^https:\//, base), init),
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };

  server.on('request', async (req, res) => {
    const [, host, organization] = req.url!.split('/');
    const expected = Buffer.from(`:${azure.tokens[organization]}`);
    const body = await readBody(req);
    const isSearch = req.url!.includes('/_apis/search/codesearchresults?');

    if (isSearch) {
      const url = req.url!.slice(1);
      azure.searches.push({ url, body: JSON.parse(body) });
      const answer = azure.next.shift();
      if (answer) {
        answer(res);
        return;
      }
    }
    if (req.headers.authorization !== `Basic ${expected.toString('base64')}`) {
      res.writeHead(401).end();
    } else if (isSearch && host !== 'dev.azure.com') {
      answerJson(res, search(azure, organization, JSON.parse(body)));
    } else if (req.url!.includes('/_apis/git/repositories?')) {
      answerJson(res, listRepositories(azure, organization));
    } else {
      res.writeHead(404).end();
    }
  });

  return azure;
}

/** Ends an answer with JSON, as 200 unless something else is said. */
export function answerJson(res: ServerResponse, body: object, status = 200) {
  res
    .writeHead(status, {
      'content-type':
        'application/json; charset=utf-8; api-version=6.0-preview.1',
    })
    .end(JSON.stringify(body));
}

function search(azure: AzureDevOps, organization: string, ask: SearchRequest) {
  const { searchText, $skip, $top } = ask;
  const term = (name: string) =>
    new RegExp(`\\b${name}:("[^"]*"|\\S+)`).exec(searchText)![1];
  const found = azure.files.filter(
    file =>
      file.organization === organization &&
      matches(term('path'), file.path) &&
      matches(term('repo'), file.repository) &&
      matches(term('proj'), file.project),
  );
  const end = $skip + Math.min($top, azure.maxPageSize);
  return {
    count: found.length,
    results: found.slice($skip, end).map(createSearchResult),
    infoCode: 0,
    facets: {},
  };
}

function listRepositories(azure: AzureDevOps, organization: string) {
  const value = [...azure.files, ...azure.emptyProjects]
    .filter(entry => entry.organization === organization)
    .map(({ project }, index) => ({
      id: `repository-${index}`,
      name: `repository-${index}`,
      project: { id: project, name: project, state: 'wellFormed' },
    }));
  return { count: value.length, value };
}

function matches(pattern: string, text: string): boolean {
  const parts = pattern
    .replace(/"/g, '')
    .split('*')
    .map(part => part.replace(/[^\w]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 'i').test(text);
}

async function readBody(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}
