import { createBackendFeatureLoader } from '@backstage/backend-plugin-api';
import { githubCatalogModule } from './catalog/githubCatalogModule';
import { githubEventsModule } from './events/githubEventsModule';
import { githubPeopleModule } from './people/transforms/githubPeopleModule';
import { githubPlugin } from './plugin';
import { githubWikiReaderFactory } from './wikis/reader/githubWikiReaderFactory';

/** All of it: the plugin `github`, and its modules of the catalog and of events, and a reader of wikis for TechDocs. */
export const githubFeatures = createBackendFeatureLoader({
  deps: {},
  *loader() {
    yield githubPlugin;
    yield githubCatalogModule;
    yield githubPeopleModule;
    yield githubEventsModule;
    yield githubWikiReaderFactory;
  },
});
