import {
  ANNOTATION_EDIT_URL,
  ANNOTATION_VIEW_URL,
  type Entity,
} from '@backstage/catalog-model';

/** Browsers pass over control characters and blanks before and inside of a scheme. */
const SCRIPT_SCHEME =
  // eslint-disable-next-line no-control-regex
  /^[\u0000-\u0020]*(?:j[\r\n\t]*a[\r\n\t]*v[\r\n\t]*a[\r\n\t]*s[\r\n\t]*c[\r\n\t]*r[\r\n\t]*i[\r\n\t]*p[\r\n\t]*t|v[\r\n\t]*b[\r\n\t]*s[\r\n\t]*c[\r\n\t]*r[\r\n\t]*i[\r\n\t]*p[\r\n\t]*t|d[\r\n\t]*a[\r\n\t]*t[\r\n\t]*a)[\r\n\t]*:/i;

/** The same as in the stock catalog, which checks the two annotations for `javascript:` only. */
const REJECTED =
  'https://backstage.io/annotation-rejected-for-security-reasons';

const isScript = (value: unknown) =>
  typeof value === 'string' && SCRIPT_SCHEME.test(value);

/** The entity, with URLs that a browser would run as a script taken out of what pages make links of. */
export function withoutScriptUrls(entity: Entity): Entity {
  const { annotations, links } = entity.metadata;
  let metadata = entity.metadata;
  for (const name of [ANNOTATION_VIEW_URL, ANNOTATION_EDIT_URL]) {
    if (isScript(annotations?.[name])) {
      metadata = {
        ...metadata,
        annotations: { ...metadata.annotations, [name]: REJECTED },
      };
    }
  }
  if (Array.isArray(links) && links.some(link => isScript(link?.url))) {
    metadata = {
      ...metadata,
      links: links.map(link =>
        isScript(link?.url) ? { ...link, url: REJECTED } : link,
      ),
    };
  }
  return metadata === entity.metadata ? entity : { ...entity, metadata };
}
