import type { GraphqlContext } from '../../GraphqlContext';
import type { Resolvers } from '../Resolvers';

/** `url` and `resourcePath` of something that has a page. */
export function located<Source>(
  pathOf: (source: Source, context: GraphqlContext) => string,
): Resolvers<Source> {
  return {
    url: (source, _args, context) =>
      `${context.urls.html}${pathOf(source, context)}`,
    resourcePath: (source, _args, context) => pathOf(source, context),
  };
}
