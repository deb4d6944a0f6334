import { createHash } from 'node:crypto';
import { PageCache } from '../cache/PageCache';
import { RENDERER_VERSION } from '../cache/rendererVersion';
import { createMarkdown } from '../markdown/createMarkdown';
import { readFrontMatter } from '../markdown/readFrontMatter';
import { readPageMeta } from '../markdown/readPageMeta';
import { renderPage } from '../markdown/renderPage';
import { expandSnippets } from '../snippets/expandSnippets';
import { PageRecord } from './PageRecord';
import { Site } from './Site';

/** Makes the record of one page, or finds it where it was made before. */
export type PageRenderer = (options: {
  text: string;
  resolveLink: (href: string) => string;
}) => Promise<{ record: PageRecord; isCached: boolean }>;

/**
 * Renders pages of one site. A record in the cache counts if its page's text and the settings are the same, and every
 * link and snippet would come out as it did.
 */
export function createPageRenderer(options: {
  site: Site;
  /** Hosts that frames in a page may show. */
  iframeHosts: string[];
  cache?: PageCache;
}): PageRenderer {
  const { site, iframeHosts, cache } = options;
  const { markdown: settings, snippets } = site.config;
  const markdown = createMarkdown(settings);
  const prefix = JSON.stringify([
    ...[RENDERER_VERSION, settings, snippets.autoAppend, iframeHosts],
  ]);

  const isCurrent = async (
    record: PageRecord,
    resolveLink: (href: string) => string,
  ) => {
    for (const [name, fingerprint] of record.snippets) {
      if ((await site.snippets.fingerprint(name)) !== fingerprint) {
        return false;
      }
    }
    return record.links.every(
      ([href, resolved]) => resolveLink(href) === resolved,
    );
  };

  const render = async (
    text: string,
    resolveLink: (href: string) => string,
  ): Promise<PageRecord> => {
    const messages: string[] = [];
    const report = (message: string) => messages.push(message);
    const links = new Map<string, string>();
    const { meta, body } = readFrontMatter({ text, report });
    const appended = snippets.autoAppend.map(name => `--8<-- "${name}"`);
    const expanded = await expandSnippets({
      text: [body, ...appended].join('\n\n'),
      source: site.snippets,
      report,
    });
    const rendered = renderPage({
      markdown,
      text: expanded.text,
      iframeHosts,
      resolveLink: href => {
        const resolved = resolveLink(href);
        links.set(href, resolved);
        return resolved;
      },
      report,
    });
    const used: [string, string][] = [];
    for (const name of expanded.files) {
      used.push([name, await site.snippets.fingerprint(name)]);
    }
    return {
      meta: readPageMeta(meta),
      rendered,
      messages,
      links: [...links],
      snippets: used,
    };
  };

  return async ({ text, resolveLink }) => {
    const key = createHash('sha256')
      .update(`${prefix}\0`)
      .update(text)
      .digest('hex');
    const kept = parse(await cache?.get(key));
    if (kept && (await isCurrent(kept, resolveLink))) {
      return { record: kept, isCached: true };
    }
    const record = await render(text, resolveLink);
    await cache?.set(key, JSON.stringify(record));
    return { record, isCached: false };
  };
}

function parse(text: string | undefined): PageRecord | undefined {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    // A file that was cut off; it is written again.
    return undefined;
  }
}
