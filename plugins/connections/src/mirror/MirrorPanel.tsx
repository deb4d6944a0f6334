import { useEffect, useRef } from 'react';
import type { ErrorLike } from '@backstage/errors';
import { useApi } from '@backstage/frontend-plugin-api';
import { RiGitRepositoryLine } from '@remixicon/react';
import {
  causeOf,
  Lines,
  Notice,
  Panel,
  statusOf,
  usePolled,
  useTick,
} from '@callboard/page-parts';
import type { OrganisationStatus } from '@callboard/plugin-github-common';
import { useLocation } from 'react-router-dom';
import { mirrorApiRef } from '../api/MirrorApi';
import { Problem } from '../parts/Problem';
import { OrganisationRow } from './OrganisationRow';
import styles from './MirrorPanel.module.css';

const EVERY_MS = 15_000;
const TICK_MS = 5_000;
const TITLE = 'Catalog from GitHub';
/** Results of checks lead to `/connections#catalog-from-github`. */
const ANCHOR = 'catalog-from-github';

/** How fresh the catalog is: every organisation that is mirrored, and what is held. Nothing where something else reads GitHub. */
export function MirrorPanel() {
  const api = useApi(mirrorApiRef);
  const { polled, refresh } = usePolled({
    key: 'mirror',
    everyMs: EVERY_MS,
    load: signal => api.status({ signal }),
  });
  useTick(TICK_MS);
  const place = useRef<HTMLDivElement>(null);
  const { hash, key } = useLocation();
  const isThere = polled.state === 'ready';
  useEffect(() => {
    if (isThere && hash === `#${ANCHOR}`) {
      place.current?.scrollIntoView?.({ block: 'start' });
    }
  }, [isThere, hash, key]);

  if (polled.state === 'failed' && statusOf(polled.error) === 404) return null;
  return (
    <div ref={place} id={ANCHOR} className={styles.place}>
      <Panel
        title={TITLE}
        count={
          polled.state === 'ready'
            ? polled.value.length || undefined
            : undefined
        }
      >
        {polled.state === 'loading' && <Lines count={1} />}
        {polled.state === 'failed' && (
          <Problem
            what="how the catalog follows GitHub"
            error={polled.error}
            retry={refresh}
          />
        )}
        {polled.state === 'ready' && (
          <Organisations
            statuses={polled.value}
            outdated={polled.outdated}
            refresh={refresh}
          />
        )}
      </Panel>
    </div>
  );
}

function Organisations(props: {
  statuses: OrganisationStatus[];
  outdated?: ErrorLike;
  refresh(): void;
}) {
  const { statuses, outdated, refresh } = props;
  return (
    <>
      {outdated && (
        <p className={styles.outdated} role="status">
          This may be out of date. {causeOf(outdated)}
        </p>
      )}
      {statuses.length === 0 && <NothingMirrored />}
      {statuses.map(status => (
        <OrganisationRow
          key={`${status.host} ${status.organisation}`}
          status={status}
          hasOtherHosts={hasSeveralHosts(statuses)}
          refresh={refresh}
        />
      ))}
    </>
  );
}

function NothingMirrored() {
  return (
    <Notice
      icon={<RiGitRepositoryLine size={20} />}
      title="No organisation is read into the catalog"
    >
      Name one below <code>catalog.providers.github</code>, and its people below{' '}
      <code>catalog.providers.githubOrg</code>; the presets <code>github</code>{' '}
      and <code>github-enterprise</code> do both.
    </Notice>
  );
}

function hasSeveralHosts(statuses: OrganisationStatus[]): boolean {
  return new Set(statuses.map(({ host }) => host)).size > 1;
}
