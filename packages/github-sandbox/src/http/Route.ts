import type { Sandbox } from '../core/Sandbox';
import type {
  Account,
  Organisation,
  Repository,
  RepositoryPermission,
} from '../core/state';
import type { Viewer } from '../access/Viewer';
import type { Urls } from './createUrls';

/** Who may call a route. What is left out is not demanded. */
export interface Access {
  /**
   * `app`: only with an App's JWT. `client`: only with client id and secret. `user`: a person's token. `signedIn`: any credential.
   * `anybody`: also changes need none. Without it, anybody may read.
   */
  as?: 'app' | 'client' | 'user' | 'signedIn' | 'anybody';
  /**
   * The permission that fine-grained tokens and installations need, in GitHub's names: `contents`, `members`. Answered with 403 and
   * X-Accepted-GitHub-Permissions where it is missing. `metadata: read` is had by everybody. `or` names others of which any will do.
   */
  permission?: {
    name: string;
    level: 'read' | 'write' | 'admin';
    or?: string[];
  };
  /** Any of these scopes of a classic token. Private repositories need `repo` without being told. */
  scopes?: string[];
  /** The role in the repository that a person needs beside seeing it. */
  role?: RepositoryPermission;
  /** Only members, or only owners, of the organisation in the path. */
  organisation?: 'member' | 'admin';
}

/** A request that has passed authentication, limits and access. */
export interface Call {
  sandbox: Sandbox;
  viewer: Viewer;
  /** Path parameters, decoded. */
  params: Record<string, string>;
  query: URLSearchParams;
  /** The JSON body; `{}` where there is none. Its values are of the types that GitHub's description allows, or null; `http/body` reads them. */
  body: Record<string, unknown>;
  headers: Headers;
  /** Addresses in the layout of this request: `/` or `/api/v3`. */
  urls: Urls;
  method: string;
  /** Page and size, already checked. */
  page: { page: number; perPage: number };
}

/** Of a route with `{owner}/{repo}`: the repository, which the viewer may see. */
export interface RepositoryCall extends Call {
  repository: Repository;
  owner: Account;
}

/** Of a route with `{org}`. */
export interface OrganisationCall extends Call {
  organisation: Organisation;
}

/** What a handler returns. */
export interface Answer {
  /** 200 where it is left out. */
  status?: number;
  /** JSON; a text or stream with `content-type` in the headers is sent as it is. Undefined: no body. */
  body?: unknown;
  headers?: Record<string, string>;
  /** For a list: how many there are in all, where that is known. The Link header follows from it. */
  total?: number;
  /** For a list whose end is not known: whether there is a next page. */
  more?: boolean;
}

/** A REST route. `route` is GitHub's own template, as in its OpenAPI description. */
export type Route = {
  route: string;
  access?: Access;
  /** The body is a file, whatever its type: `call.body` is a Buffer. */
  takesFile?: true;
} & (
  | { on: 'repository'; handle(call: RepositoryCall): Promise<Answer> | Answer }
  | {
      on: 'organisation';
      handle(call: OrganisationCall): Promise<Answer> | Answer;
    }
  | { on: 'anything'; handle(call: Call): Promise<Answer> | Answer }
);
