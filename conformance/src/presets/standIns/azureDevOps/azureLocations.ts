import type { ApiResourceLocation } from 'azure-devops-node-api/interfaces/common/VsoBaseInterfaces';

/** Where resources are: Microsoft's client asks for this first, and finds each by its published id. */
export const azureLocations: ApiResourceLocation[] = [
  location({
    id: 'e81700f7-3be2-46de-8624-2eb35882fcaa',
    area: 'Location',
    resourceName: 'ResourceAreas',
    routeTemplate: '_apis/{resource}/{areaId}',
  }),
  location({
    id: '225f7195-f9c7-4d14-ab28-a83f7ff77e1f',
    area: 'git',
    resourceName: 'repositories',
    routeTemplate: '{project}/_apis/{area}/{resource}/{repositoryId}',
  }),
  location({
    id: '0cd358e1-9217-4d94-8269-1c1ee6f93dcf',
    area: 'build',
    resourceName: 'Builds',
    routeTemplate: '{project}/_apis/{area}/{resource}/{buildId}',
  }),
];

function location(
  options: Pick<
    ApiResourceLocation,
    'id' | 'area' | 'resourceName' | 'routeTemplate'
  >,
): ApiResourceLocation {
  return {
    ...options,
    minVersion: '1.0',
    maxVersion: '7.2',
    releasedVersion: '7.1',
    resourceVersion: 1,
  };
}
