import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { slugify } from '../../markdown/slugify';
import { MkdocsConfig, NavEntry } from '../MkdocsConfig';
import { readMkdocsConfig } from '../readMkdocsConfig';
import { findIncluded } from './findIncluded';

/** A site that the nav of another includes. */
export interface IncludedSite {
  /** The folder of the site that its pages are below, `/` between parts. */
  alias: string;
  /** The real folder of its `mkdocs.yml`. */
  folder: string;
  config: MkdocsConfig;
}

/** A nav without includes, and the sites that it took in. */
export interface ResolvedIncludes {
  nav: NavEntry[] | undefined;
  sites: IncludedSite[];
}

/** The site whose nav is read. */
interface Place {
  folder: string;
  alias: string;
  /** The files of it and of those that it is included by. */
  chain: string[];
}

const MAX_DEPTH = 8;
const MAX_SITES = 200;

/**
 * Takes in what `!include` and `*include` in a nav name, as the plugin `monorepo` of techdocs-core: the pages of
 * another site come below a folder with its name. What is not there, or outside of `inputDir`, is reported and left out.
 */
export async function readIncludes(options: {
  inputDir: string;
  config: MkdocsConfig;
  report: (message: string) => void;
  tell: (message: string) => void;
}): Promise<ResolvedIncludes> {
  const { inputDir, config, report, tell } = options;
  const sites: IncludedSite[] = [];
  const root = await realpath(inputDir);

  async function resolve(entries: NavEntry[], at: Place): Promise<NavEntry[]> {
    const resolved: NavEntry[] = [];
    for (const entry of entries) {
      if (entry.type === 'section') {
        const inner = await resolve(entry.entries, at);
        resolved.push({ ...entry, entries: inner });
      } else if (entry.type === 'page') {
        const place = path.posix.join(at.alias, entry.path);
        resolved.push({ ...entry, path: place });
      } else if (entry.type === 'include') {
        resolved.push(...(await include(entry, at)));
      } else {
        resolved.push(entry);
      }
    }
    return resolved;
  }

  async function include(
    entry: Extract<NavEntry, { type: 'include' }>,
    at: Place,
  ): Promise<NavEntry[]> {
    const named = `'${entry.isPattern ? '*' : '!'}include ${entry.path}'`;
    if (at.chain.length > MAX_DEPTH) {
      report(`nav: ${named} is nested too deeply and was left out`);
      return [];
    }
    const files = await findIncluded({ ...entry, ...at, inputDir, report });
    const sections: NavEntry[] = [];
    for (const { folder, file } of files) {
      if (sites.length >= MAX_SITES) {
        report(
          `nav: more than ${MAX_SITES} sites are included; others were left out`,
        );
        break;
      }
      const real = path.join(folder, file);
      if (at.chain.includes(real)) {
        report(`nav: ${named} left out: it includes itself`);
        continue;
      }
      const shown = path.relative(root, real) || file;
      const about = (message: string) => report(`${shown}: ${message}`);
      try {
        const read = await readMkdocsConfig({
          ...{ inputDir: folder, file, report: about, tell },
        });
        const name = /^[\w\-/]+$/.test(read.siteName)
          ? read.siteName
          : slugify(read.siteName) || `site-${sites.length + 1}`;
        const alias = path.posix
          .join(at.alias, path.posix.join('/', name))
          .replace(/^\/+|\/+$/g, '');
        if (sites.some(site => site.alias === alias)) {
          report(
            `nav: ${named} has the site_name of another site, '${read.siteName}'; it was left out`,
          );
          continue;
        }
        sites.push({ alias, folder, config: read });
        const inner = { folder, alias, chain: [...at.chain, real] };
        const title =
          (entry.isPattern ? undefined : entry.title) ?? read.siteName;
        sections.push(
          read.nav
            ? {
                type: 'section',
                title,
                entries: await resolve(read.nav, inner),
              }
            : { type: 'page', path: alias, title },
        );
      } catch (error) {
        report(`nav: ${named} left out: ${(error as Error).message}`);
      }
    }
    return entry.isPattern && entry.title
      ? [{ type: 'section', title: entry.title, entries: sections }]
      : sections;
  }

  const start = {
    folder: root,
    alias: '',
    chain: [path.join(root, config.file)],
  };
  return { nav: config.nav && (await resolve(config.nav, start)), sites };
}
