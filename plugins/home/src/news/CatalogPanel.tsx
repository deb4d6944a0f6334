import type { Resource } from '../data/resource';
import { Panel } from '../panel/Panel';
import { Problem } from '../panel/Problem';
import { CatalogCounts, CatalogCountsSkeleton } from './CatalogCounts';
import { CatalogNewsList } from './CatalogNewsList';
import type { KindCount } from './useCatalogCounts';
import type { CatalogNews } from './useCatalogNews';

/** What the catalog holds, and what has come since. */
export function CatalogPanel(props: {
  counts: Resource<KindCount[]>;
  news: Resource<CatalogNews | undefined>;
  catalogPath?: string;
  registerPath?: string;
  now: Date;
}) {
  const { counts, news, catalogPath, registerPath, now } = props;
  // An empty or unreadable catalog says so once.
  const hasSomething =
    counts.state === 'loading' ||
    (counts.state === 'ready' && counts.value.length > 0) ||
    (counts.state === 'failed' && news.state === 'ready');
  return (
    <Panel
      title="New in the catalog"
      more={
        catalogPath
          ? {
              href: `${catalogPath}?filters[kind]=component&filters[user]=all`,
              label: 'Open the catalog',
            }
          : undefined
      }
      outdated={
        (counts.state === 'ready' && counts.outdated) ||
        (news.state === 'ready' && news.outdated) ||
        undefined
      }
    >
      {counts.state === 'loading' && <CatalogCountsSkeleton />}
      {counts.state === 'failed' && (
        <Problem what="the catalog" error={counts.error} retry={counts.retry} />
      )}
      {counts.state === 'ready' && (
        <CatalogCounts
          counts={counts.value}
          catalogPath={catalogPath}
          registerPath={registerPath}
        />
      )}
      {hasSomething && <CatalogNewsList news={news} now={now} />}
    </Panel>
  );
}
