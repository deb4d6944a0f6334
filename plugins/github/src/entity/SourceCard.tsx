import { Link } from '@backstage/ui';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { lengthOfTime } from '@callboard/plugin-github-common';
import { RiArrowRightUpLine } from '@remixicon/react';
import type { ReactNode } from 'react';
import { sourceOf, type EntitySource } from './sourceOf';
import styles from './SourceCard.module.css';

/** Where what the page says comes from: the commit and the file, when the portal saw it, or that it is inferred. */
export function SourceCard() {
  const { entity } = useEntity();
  const source = sourceOf(entity);
  if (!source) return null;
  return (
    <EntityInfoCard title="Source">
      {source.state === 'inferred' ? (
        <Inferred source={source} />
      ) : (
        <Read source={source} />
      )}
    </EntityInfoCard>
  );
}

function Read(props: { source: EntitySource & { state: 'read' } }) {
  const { file, commit, seenAt, lagMs } = props.source;
  const at = new Date(seenAt);
  return (
    <dl className={styles.facts}>
      <dt>File</dt>
      <dd>
        <Out href={file.url}>{file.path}</Out>
      </dd>
      {commit && (
        <>
          <dt>Commit</dt>
          <dd>
            <Out href={commit.url}>
              <code>{commit.short}</code>
            </Out>
          </dd>
        </>
      )}
      <dt>Seen</dt>
      <dd>
        <time dateTime={seenAt} title={seenAt}>
          {Number.isNaN(at.getTime())
            ? seenAt
            : at.toLocaleString(undefined, {
                dateStyle: 'medium',
                timeStyle: 'short',
              })}
        </time>
        {lagMs !== undefined && (
          <span className={styles.dim}>
            {`, ${lengthOfTime(lagMs)} after the push`}
          </span>
        )}
      </dd>
    </dl>
  );
}

function Inferred(props: { source: EntitySource & { state: 'inferred' } }) {
  const { repository, createUrl } = props.source;
  return (
    <div className={styles.words}>
      <p>
        Inferred from what GitHub knows of{' '}
        {repository ? (
          <Out href={repository.url}>{repository.name}</Out>
        ) : (
          'its repository'
        )}
        , which has no descriptor.
      </p>
      {createUrl && (
        <p>
          <Out href={createUrl}>Create a descriptor</Out>{' '}
          <span className={styles.dim}>to say what is right instead.</span>
        </p>
      )}
    </div>
  );
}

/** A link that leaves the portal; without an address its words alone. */
function Out(props: { href?: string; children: ReactNode }) {
  const { href, children } = props;
  return href ? (
    <Link
      href={href}
      standalone
      className={styles.link}
      target="_blank"
      rel="noopener noreferrer"
    >
      {children}
      <RiArrowRightUpLine
        size={12}
        className={styles.away}
        aria-label="(opens in a new tab)"
      />
    </Link>
  ) : (
    <>{children}</>
  );
}
