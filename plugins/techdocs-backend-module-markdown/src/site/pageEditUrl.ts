import path from 'node:path';
import { MkdocsConfig } from '../config/MkdocsConfig';
import { editUrl } from './editUrl';
import { Page } from './Page';

/** Where a page can be edited: by its own site's settings, else by those of the site that is built. */
export function pageEditUrl(options: {
  page: Page;
  /** The folder and the settings of the site that is built. */
  folder: string;
  config: MkdocsConfig;
}): string | undefined {
  const { folder, config } = options;
  const { source, docPath } = options.page;
  if (!source || source.linkBase !== undefined) {
    return undefined;
  }
  const { site } = source;
  if (!site.alias) {
    return editUrl({ config, docPath });
  }
  const ownPath = path.posix.relative(site.alias, docPath);
  const own = site.config;
  if (own.repoUrl || own.editUri || own.editUriTemplate) {
    const repoUrl = own.repoUrl ?? config.repoUrl;
    return editUrl({ config: { ...own, repoUrl }, docPath: ownPath });
  }
  const place = path.join(site.folder, own.docsDir, ownPath);
  const from = path.join(folder, config.docsDir);
  return editUrl({
    config,
    docPath: path.relative(from, place).split(path.sep).join('/'),
  });
}
