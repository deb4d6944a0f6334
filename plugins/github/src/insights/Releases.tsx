import { useState } from 'react';
import { Button } from '@backstage/ui';
import { Ago, OutLink } from '@callboard/page-parts';
import type { Release } from '@callboard/plugin-github-common';
import styles from './Releases.module.css';

const MOST = 5;

/** The newest releases; each leads to its notes. */
export function Releases(props: { releases: Release[] }) {
  const { releases } = props;
  const [isAll, setAll] = useState(false);
  if (releases.length === 0)
    return <p className={styles.none}>Nothing has been released here.</p>;
  return (
    <>
      <ul className={styles.list}>
        {(isAll ? releases : releases.slice(0, MOST)).map(release => (
          <li key={release.tag} className={styles.row}>
            <span className={styles.name} title={release.name}>
              <OutLink href={release.url}>
                {release.name || release.tag}
              </OutLink>
            </span>
            {release.isPrerelease && <span className={styles.tag}>pre</span>}
            {release.isDraft && <span className={styles.tag}>draft</span>}
            {release.publishedAt && (
              <span className={styles.when}>
                <Ago at={release.publishedAt} />
              </span>
            )}
          </li>
        ))}
      </ul>
      {releases.length > MOST && (
        <Button
          size="small"
          variant="tertiary"
          aria-expanded={isAll}
          onPress={() => setAll(!isAll)}
        >
          {isAll ? 'Show fewer' : `Show ${releases.length - MOST} more`}
        </Button>
      )}
    </>
  );
}
