import { nodeId } from '../../../core/nodeId';
import type { Source } from '../../sources/source';
import type { Resolvers } from '../Resolvers';

/** https://docs.github.com/graphql/reference/objects#app */
export const App: Resolvers<Source<'app'>> = {
  id: ({ app }) => nodeId({ type: 'App', id: app.id }),
  databaseId: ({ app }) => app.id,
  clientId: ({ app }) => app.clientId,
  name: ({ app }) => app.name,
  slug: ({ app }) => app.slug,
  description: ({ app }) => app.description,
  logoBackgroundColor: () => 'ffffff',
  logoUrl: ({ app }, _args, { urls }) => `${urls.html}/avatars/in/${app.id}`,
  url: ({ app }, _args, { urls }) => `${urls.html}/apps/${app.slug}`,
  createdAt: ({ app }) => app.createdAt,
  updatedAt: ({ app }) => app.updatedAt,
};
