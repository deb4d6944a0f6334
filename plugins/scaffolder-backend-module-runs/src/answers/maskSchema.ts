import type { JsonObject } from '@backstage/types';
import { isObject } from '../secrets/isObject';
import { joinPath } from '../secrets/parameterPath';
import { schemaNodes } from '../secrets/schemaNodes';

const REVIEW_MASK = '******';

/**
 * The schema of a form with its secret fields marked, so that stock's form and review mask them: a text gets the password widget, unless it
 * has a field or a widget of its own, and everything is masked in the review. A copy.
 */
export function maskSchema(options: {
  /** One page of a form. */
  schema: JsonObject;
  /** Dotted paths. */
  secretParameters: string[];
}): JsonObject {
  const schema = structuredClone(options.schema);
  const paths = new Set(options.secretParameters);
  for (const node of schemaNodes(schema)) {
    if (node.path.length > 0 && paths.has(joinPath(node.path))) {
      markField(node.schema);
    }
  }
  return schema;
}

function markField(field: JsonObject) {
  const types = [field.type].flat();
  const options = isObject(field['ui:options']) ? field['ui:options'] : {};
  const hasOwn =
    field['ui:field'] !== undefined ||
    field['ui:widget'] !== undefined ||
    options.field !== undefined ||
    options.widget !== undefined;
  if (types.includes('string') && !hasOwn && field.enum === undefined) {
    field['ui:widget'] = 'password';
    field['ui:autocomplete'] ??= 'off';
  }
  const backstage = isObject(field['ui:backstage'])
    ? field['ui:backstage']
    : {};
  const review = isObject(backstage.review) ? backstage.review : {};
  field['ui:backstage'] = {
    ...backstage,
    review: { ...review, mask: review.mask ?? REVIEW_MASK },
  };
}
