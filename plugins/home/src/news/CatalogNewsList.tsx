import { Text } from '@backstage/ui';
import type { Resource } from '../data/resource';
import { KindIcon } from '../entities/KindIcon';
import { useEntityPath } from '../entities/useEntityPath';
import { Problem } from '../panel/Problem';
import { Rows, RowsSkeleton } from '../panel/Rows';
import { Ago } from '../time/Ago';
import type { CatalogNews } from './useCatalogNews';
import styles from './CatalogNewsList.module.css';

/** The newest arrivals. A portal that does not record them shows nothing here. */
export function CatalogNewsList(props: {
  news: Resource<CatalogNews | undefined>;
  now: Date;
}) {
  const { news, now } = props;
  const entityPath = useEntityPath();

  if (news.state === 'loading') {
    return (
      <div className={styles.list}>
        <RowsSkeleton count={1} />
      </div>
    );
  }
  if (news.state === 'failed') {
    return (
      <div className={styles.list}>
        <Problem what="what is new" error={news.error} retry={news.retry} />
      </div>
    );
  }
  if (!news.value) return null;
  const { items, watchingSince } = news.value;
  if (items.length === 0) {
    return (
      <div className={styles.list}>
        <Text
          as="p"
          variant="body-small"
          color="secondary"
          className={styles.quiet}
        >
          {watchingSince ? (
            <>
              Nothing has been added since <Day at={new Date(watchingSince)} />.
              What comes is listed here.
            </>
          ) : (
            'The catalog is being read for the first time. What is added from then on is listed here.'
          )}
        </Text>
      </div>
    );
  }
  return (
    <div className={styles.list}>
      <Rows
        label="New in the catalog"
        items={items.map(({ entityRef, name, kind, firstSeenAt }) => ({
          key: entityRef,
          icon: <KindIcon kind={kind} />,
          name,
          href: entityPath(entityRef),
          detail: (
            <>
              {kind} · <Ago at={new Date(firstSeenAt)} now={now} />
            </>
          ),
        }))}
      />
    </div>
  );
}

function Day(props: { at: Date }) {
  const { at } = props;
  return (
    <time dateTime={at.toISOString()} title={at.toLocaleString()}>
      {at.toLocaleDateString(undefined, { day: 'numeric', month: 'long' })},{' '}
      {at.toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' })}
    </time>
  );
}
