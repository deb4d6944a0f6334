import { ButtonLink, Link, Skeleton } from '@backstage/ui';
import { Notice } from '@callboard/page-parts';
import { RiInboxLine } from '@remixicon/react';
import type { KindCount } from './useCatalogCounts';
import styles from './CatalogCounts.module.css';

/** One number per kind, each leading to the kind's list. */
export function CatalogCounts(props: {
  counts: KindCount[];
  catalogPath?: string;
  registerPath?: string;
}) {
  const { counts, catalogPath, registerPath } = props;
  if (counts.length === 0) {
    return (
      <Notice
        icon={<RiInboxLine size={20} />}
        title="The catalog is empty"
        action={
          registerPath && (
            <ButtonLink size="small" variant="secondary" href={registerPath}>
              Register a component
            </ButtonLink>
          )
        }
      >
        It fills from catalog-info.yaml files: register one, or let the portal
        find them in your repositories.
      </Notice>
    );
  }
  return (
    <ul className={styles.counts} aria-label="What the catalog holds">
      {counts.map(({ kind, count }) => (
        <li key={kind}>
          <Link
            className={styles.count}
            href={
              catalogPath &&
              `${catalogPath}?filters[kind]=${encodeURIComponent(
                kind.toLocaleLowerCase('en-US'),
              )}&filters[user]=all`
            }
            standalone
          >
            <span className={styles.number}>{count.toLocaleString()}</span>
            <span className={styles.kind}>{labelOf(kind, count)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

export function CatalogCountsSkeleton() {
  return (
    <ul
      className={styles.counts}
      aria-busy="true"
      aria-label="Counting what the catalog holds"
    >
      {Array.from({ length: 8 }, (_, index) => (
        <li key={index}>
          <span className={styles.count}>
            <span className={styles.number}>
              <Skeleton width={28} height={16} />
            </span>
            <span className={styles.kind}>
              <Skeleton width={64} height={10} />
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function labelOf(kind: string, count: number): string {
  return count === 1 ? kind : `${kind}s`;
}
