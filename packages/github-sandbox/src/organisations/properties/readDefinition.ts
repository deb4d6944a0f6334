import type { Organisation } from '../../core/state';
import { validationFailed } from '../../http/GitHubError';
import type { OrganisationCall } from '../../http/Route';

export type PropertyDefinition = NonNullable<
  Organisation['propertyDefinitions']
>[number];

const TYPES = ['string', 'single_select', 'multi_select', 'true_false', 'url'];

/** A custom property as a body defines it, in GitHub's JSON. Throws 422. https://docs.github.com/rest/orgs/custom-properties#create-or-update-a-custom-property-for-an-organization */
export function readDefinition(options: {
  call: OrganisationCall;
  body: Record<string, unknown>;
}): PropertyDefinition {
  const { body } = options;
  const { organisation, urls } = options.call;
  const name = body.property_name;
  if (typeof name !== 'string' || !/^[\w$#-]{1,75}$/.test(name)) {
    throw problem('property_name', 'Name is not valid');
  }
  const type = body.value_type;
  if (typeof type !== 'string' || !TYPES.includes(type)) {
    throw problem('value_type', `must be one of: ${TYPES.join(', ')}`);
  }
  const isSelect = type === 'single_select' || type === 'multi_select';
  const allowed = body.allowed_values;
  if (isSelect && !(Array.isArray(allowed) && allowed.length > 0)) {
    throw problem('allowed_values', 'must be given for a select');
  }
  const required = body.required === true;
  const fallback = (body.default_value ?? null) as string | string[] | null;
  if (required && fallback === null) {
    throw problem('default_value', 'must be given for a required property');
  }
  return {
    property_name: name,
    url: `${urls.api}/orgs/${organisation.login}/properties/schema/${name}`,
    source_type: 'organization',
    value_type: type,
    required,
    default_value: required ? fallback : null,
    description: (body.description as string) ?? null,
    allowed_values: isSelect ? allowed : null,
    values_editable_by: body.values_editable_by ?? 'org_actors',
    require_explicit_values: body.require_explicit_values === true,
  };
}

function problem(field: string, message: string) {
  return validationFailed({
    errors: [{ resource: 'CustomProperty', field, code: 'invalid', message }],
  });
}
