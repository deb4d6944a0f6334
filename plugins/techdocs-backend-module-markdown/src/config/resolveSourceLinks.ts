import { ScmIntegrations } from '@backstage/integration';
import { ParsedLocationAnnotation } from '@backstage/plugin-techdocs-node';
import gitUrlParse from 'git-url-parse';

const WITH_EDIT_PAGES = ['github', 'gitlab', 'bitbucketServer', 'harness'];

/** Where the sources of a site can be seen and edited; either may be unknown. */
export interface SourceLinks {
  repoUrl?: string;
  editUri?: string;
}

/** Derives the links from the entity's location, by the rules of the stock generator. */
export function resolveSourceLinks(options: {
  location?: ParsedLocationAnnotation;
  integrations: ScmIntegrations;
  docsDir: string;
}): SourceLinks {
  const { location, integrations, docsDir } = options;
  if (location?.type !== 'url') {
    return {};
  }
  const { target } = location;
  const integration = integrations.byUrl(target);
  if (!integration || !WITH_EDIT_PAGES.includes(integration.type)) {
    return {};
  }
  if (gitUrlParse(target).filepathtype === '') {
    return { repoUrl: target };
  }
  const docs = integration.resolveUrl({
    url: `./${docsDir}`,
    base: target.endsWith('/') ? target : `${target}/`,
  });
  return { repoUrl: target, editUri: integration.resolveEditUrl(docs) };
}
