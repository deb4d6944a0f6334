import { ApiBlueprint } from '@backstage/frontend-plugin-api';
import { DocsProgressStore } from './DocsProgressStore';
import { docsProgressApiRef } from './docsProgressApiRef';

/** Offers how far docs are to every page. */
export const docsProgressExtension = ApiBlueprint.make({
  name: 'progress',
  params: define =>
    define({
      api: docsProgressApiRef,
      deps: {},
      factory: () => new DocsProgressStore(),
    }),
});
