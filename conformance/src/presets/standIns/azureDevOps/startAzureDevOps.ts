import type { GitRepository } from 'azure-devops-node-api/interfaces/GitInterfaces';
import {
  json,
  startStandIn,
  type StandIn,
  type StandInRequest,
} from '../startStandIn';
import { azureLocations } from './azureLocations';
import { createAzureData } from './createAzureData';

/** The stand-in's only organisation, or collection. */
export const AZURE_ORGANIZATION = 'acme';

/** An Azure DevOps Server as far as the portal asks it: code search, Git repositories, files and builds of one project. */
export async function startAzureDevOps(options: {
  /** 52 characters, as personal access tokens on a server have. */
  token: string;
  /** Text of `catalog-info.yaml` in the repository web of the project Shop. */
  catalogInfo: string;
}): Promise<StandIn> {
  const { token, catalogInfo } = options;
  const root = `/${AZURE_ORGANIZATION}`;

  return startStandIn({
    name: 'Azure DevOps',
    refuse: ({ headers }) =>
      passwordOf(headers.authorization) === token
        ? undefined
        : { status: 401, headers: { 'www-authenticate': 'Basic' } },
    routes: url => {
      const data = createAzureData(`${url}${root}`);
      const repository = ({ params }: StandInRequest) =>
        [data.repository.id, data.repository.name].includes(params.repository)
          ? json<GitRepository>(data.repository)
          : notFound(
              `TF401019: The Git repository ${params.repository} does not exist.`,
            );
      return {
        [`OPTIONS ${root}/_apis/:area`]: ({ params }) =>
          list(
            azureLocations.filter(
              ({ area }) => area?.toLowerCase() === params.area.toLowerCase(),
            ),
          ),
        // A server of one's own has none.
        [`GET ${root}/_apis/ResourceAreas`]: () =>
          json({ count: 0, value: null }),
        [`GET ${root}/_apis/projects`]: () => list([data.repository.project]),
        [`POST ${root}/_apis/search/codesearchresults`]: ({ body }) =>
          json(data.search(JSON.parse(body.toString()))),
        [`GET ${root}/_apis/git/repositories`]: () =>
          list<GitRepository>([data.repository]),
        [`GET ${root}/:project/_apis/git/repositories/:repository`]: repository,
        [`GET ${root}/:project/_apis/git/repositories/:repository/items`]: ({
          url: { searchParams },
        }) =>
          searchParams.get('path') === '/catalog-info.yaml'
            ? {
                headers: { 'content-type': 'application/octet-stream' },
                body: catalogInfo,
              }
            : notFound('TF401174: The item could not be found.'),
        [`GET ${root}/:project/_apis/build/Builds`]: () => list([data.build]),
      };
    },
  });
}

function list<T>(value: T[]) {
  return json({ count: value.length, value });
}

function notFound(message: string) {
  return json(
    { $id: '1', innerException: null, message, errorCode: 0, eventId: 3000 },
    { status: 404 },
  );
}

/** A personal access token is the password of any user. */
function passwordOf(authorization = '') {
  const [, encoded = ''] = authorization.match(/^Basic (.+)$/) ?? [];
  return Buffer.from(encoded, 'base64').toString().split(':')[1];
}
