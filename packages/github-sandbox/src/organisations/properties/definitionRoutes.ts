import { notFound } from '../../http/GitHubError';
import type { OrganisationCall, Route } from '../../http/Route';
import { notSupplied } from '../../http/invalidRequest';
import { insiderRole } from '../rights/insiderRole';
import { type PropertyDefinition, readDefinition } from './readDefinition';

const read = {
  permission: {
    name: 'organization_custom_properties',
    level: 'read' as const,
  },
};
const write = {
  permission: {
    name: 'organization_custom_properties',
    level: 'admin' as const,
  },
  organisation: 'admin' as const,
};

/** https://docs.github.com/rest/orgs/custom-properties */
export const propertyDefinitionRoutes: Route[] = [
  {
    route: 'GET /orgs/{org}/properties/schema',
    on: 'organisation',
    access: read,
    handle(call) {
      assertInside(call);
      return { body: call.organisation.propertyDefinitions ?? [] };
    },
  },
  {
    route: 'PATCH /orgs/{org}/properties/schema',
    on: 'organisation',
    access: write,
    handle(call) {
      const { properties } = call.body;
      if (!Array.isArray(properties)) throw notSupplied('properties');
      const definitions = properties.map(body =>
        readDefinition({ call, body }),
      );
      definitions.forEach(definition => put(call, definition));
      return { body: definitions };
    },
  },
  {
    route: 'GET /orgs/{org}/properties/schema/{custom_property_name}',
    on: 'organisation',
    access: read,
    handle(call) {
      assertInside(call);
      return { body: found(call) };
    },
  },
  {
    route: 'PUT /orgs/{org}/properties/schema/{custom_property_name}',
    on: 'organisation',
    access: write,
    handle(call) {
      const { body, params } = call;
      const definition = readDefinition({
        call,
        body: { ...body, property_name: params.custom_property_name },
      });
      put(call, definition);
      return { body: definition };
    },
  },
  {
    route: 'DELETE /orgs/{org}/properties/schema/{custom_property_name}',
    on: 'organisation',
    access: write,
    handle(call) {
      const { sandbox, organisation } = call;
      const { property_name: name } = found(call);
      organisation.propertyDefinitions =
        organisation.propertyDefinitions!.filter(
          ({ property_name }) => property_name !== name,
        );
      for (const repository of sandbox.state.repositories.by(
        'owner',
        organisation.id,
      )) {
        delete repository.customProperties[name];
      }
      return { status: 204 };
    },
  },
];

function assertInside(call: OrganisationCall) {
  const { viewer } = call;
  if (viewer.kind === 'user' && !insiderRole(call)) throw notFound();
}

function found({ organisation, params }: OrganisationCall): PropertyDefinition {
  const definition = organisation.propertyDefinitions?.find(
    ({ property_name }) => property_name === params.custom_property_name,
  );
  if (!definition) throw notFound();
  return definition;
}

function put({ organisation }: OrganisationCall, one: PropertyDefinition) {
  organisation.propertyDefinitions = [
    ...(organisation.propertyDefinitions ?? []).filter(
      ({ property_name }) => property_name !== one.property_name,
    ),
    one,
  ];
}
