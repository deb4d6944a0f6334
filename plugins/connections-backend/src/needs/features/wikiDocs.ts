import { feature } from './feature';
import { inferenceOf } from './inferenceOf';
import { needs } from './needs';
import { discoveryProviders } from '../../facts/organisations/discoveryProviders';

/** Wikis as docs. A wiki is a git repository, which is fetched. https://docs.github.com/en/communities/documenting-your-project-with-wikis */
export const wikiDocs = feature({
  id: 'wiki-docs',
  title: 'Wikis as docs',
  isOn({ config, host }) {
    if (!discoveryProviders({ config }).some(one => one.host === host)) {
      return {
        on: false,
        because: `catalog.providers.github names no ${host}`,
      };
    }
    const key = 'callboard.github.catalog.wikis';
    if (config.has(key)) return { on: true, because: `${key} is set` };
    const inference = inferenceOf({ config });
    return inference?.wikis
      ? { on: true, because: `${inference.configKey} is set` }
      : {
          on: false,
          because: `neither callboard.github.catalog.inferred nor ${key} is set`,
        };
  },
  permissions: needs('contents', 'read', {
    routes: ['git {owner}/{repo}.wiki.git'],
  }),
  scopes: ['repo'],
  events: ['gollum'],
});
