import type { Organisation, Repository } from '../../core/state';
import { validationFailed } from '../../http/GitHubError';

export type PropertyValue = string | string[] | null;

/** Gives a repository values of custom properties; null takes one away. Throws 422 for properties and values that are not defined. */
export function setValues(options: {
  organisation: Organisation;
  repository: Repository;
  properties: Array<{ property_name: string; value: PropertyValue }>;
}): void {
  const { organisation, repository, properties } = options;
  const values = { ...repository.customProperties };
  for (const { property_name: name, value } of properties) {
    const definition = organisation.propertyDefinitions?.find(
      ({ property_name }) => property_name === name,
    );
    if (!definition) {
      throw problem(`Property ${name} is not defined for this organization`);
    }
    if (value === null) {
      delete values[name];
    } else {
      const allowed =
        definition.value_type === 'true_false'
          ? ['true', 'false']
          : (definition.allowed_values as string[] | null);
      const isKnown = [value]
        .flat()
        .every(one => !allowed || allowed.includes(one));
      const isList = definition.value_type === 'multi_select';
      if (!isKnown || Array.isArray(value) !== isList) {
        throw problem(`Value of ${name} is not allowed`);
      }
      values[name] = value;
    }
  }
  repository.customProperties = values;
}

function problem(message: string) {
  return validationFailed({
    errors: [
      {
        resource: 'CustomPropertyValue',
        field: 'properties',
        code: 'invalid',
        message,
      },
    ],
  });
}

/** All properties of a repository, with defaults, as GitHub lists them. */
export function valuesOf(options: {
  organisation: Organisation | undefined;
  repository: Repository;
}): Array<{ property_name: string; value: PropertyValue }> {
  const { organisation, repository } = options;
  const defaults = Object.fromEntries(
    (organisation?.propertyDefinitions ?? [])
      .filter(({ default_value }) => default_value)
      .map(({ property_name, default_value }) => [
        property_name,
        default_value as PropertyValue,
      ]),
  );
  return Object.entries({ ...defaults, ...repository.customProperties }).map(
    ([property_name, value]) => ({ property_name, value }),
  );
}
