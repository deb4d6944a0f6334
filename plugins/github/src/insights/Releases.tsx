import { useState } from 'react';
import { Button } from '@backstage/ui';
import { Ago, OutLink } from '@callboard/page-parts';
import type { Release } from '@callboard/plugin-github-common';
import styles from './Releases.module.css';

const MOST = 5;
/** So many the portal asks for. */
const ASKED = 30;

/** The newest releases; each leads to its notes. */
export function Releases(props: {
  releases: Release[];
  /** The repository's page. */
  url: string;
}) {
  const { releases, url } = props;
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
      {releases.length >= ASKED && (
        <p className={styles.none}>
          The newest {ASKED}.{' '}
          <OutLink href={`${url}/releases`}>All of them at GitHub</OutLink>
        </p>
      )}
    </>
  );
}
