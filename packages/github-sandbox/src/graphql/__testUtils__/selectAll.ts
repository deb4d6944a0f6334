import {
  getNamedType,
  getNullableType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { resolvers } from '../resolvers';
import { loadSchema } from '../schema/loadSchema';

/** A selection of every field of a type that has a resolver and demands no arguments, one level deep. */
export function selectAll(typeName: string): string {
  const type = loadSchema({ enterprise: false }).getType(typeName);
  if (!isObjectType(type)) throw new Error(`No type ${typeName}`);
  const fields = Object.values(type.getFields()).filter(
    ({ name, args }) =>
      name in resolvers[typeName] &&
      !args.some(isRequiredArgument) &&
      // Demands one of two arguments, which the schema cannot say.
      name !== 'isRequired',
  );
  return fields
    .map(field => {
      const returned = getNamedType(getNullableType(field.type));
      if (isLeafType(returned)) return field.name;
      return returned.name.endsWith('Connection')
        ? `${
            field.name
          }(first: 2) { pageInfo { hasNextPage } edges { cursor } ${
            returned.name === 'SearchResultItemConnection' ? '' : 'totalCount'
          } nodes { __typename } }`
        : `${field.name} { __typename }`;
    })
    .join('\n');
}
