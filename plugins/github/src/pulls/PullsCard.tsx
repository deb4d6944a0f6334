import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { Ago, Notice, StatusIcon, usePolled } from '@callboard/page-parts';
import { RiGitPullRequestLine } from '@remixicon/react';
import { activityApiRef } from '../activity/api/ActivityApi';
import { checksLook } from '../activity/checksLook';
import { Answered } from '../activity/parts/Answered';
import { CardRows } from '../activity/parts/CardRows';
import { SeeAll } from '../activity/parts/SeeAll';
import { useEntityRef } from '../activity/useEntityRef';
import { useTabPath } from '../activity/useTabPath';
import styles from './PullsCard.module.css';
import { pullViews } from './pullViews';
import { reviewWords } from './reviewWords';

const EVERY_MS = 60_000;
const MOST = 5;

/** How many pull requests are open, how many wait for a review, and those that changed last. */
export function PullsCard() {
  const api = useApi(activityApiRef);
  const entityRef = useEntityRef();
  const tabPath = useTabPath();
  const [now] = useState(() => new Date());
  const { polled, refresh } = usePolled({
    key: entityRef,
    everyMs: EVERY_MS,
    load: signal => api.pulls({ entityRef, signal }),
  });
  const path = tabPath(entityRef, '/pull-requests');
  return (
    <EntityInfoCard
      title="Pull requests"
      headerActions={<SeeAll href={path} />}
    >
      <Answered
        polled={polled}
        refresh={refresh}
        what="the pull requests"
        lines={3}
        isBare
      >
        {({ pulls, total }) => {
          if (pulls.length === 0)
            return (
              <Notice
                icon={<RiGitPullRequestLine size={20} />}
                title="Nothing is open"
              />
            );
          const waiting = pullViews({ pulls, now }).find(
            ({ id }) => id === 'waiting',
          )!.pulls;
          return (
            <>
              <p className={styles.counts}>
                {total} open, {waiting.length} waiting for review
                {total > pulls.length &&
                  ` of the ${pulls.length} that changed last`}
              </p>
              <CardRows label="Pull requests">
                {[...new Set([...waiting, ...pulls])]
                  .slice(0, MOST)
                  .map(pull => {
                    const { status, word } = checksLook(pull.checks);
                    return {
                      key: String(pull.number),
                      icon: <StatusIcon status={status} word={word} />,
                      name: (
                        <Link
                          href={pull.url}
                          target="_blank"
                          rel="noopener noreferrer"
                          standalone
                          data-row
                          title={`${pull.title} (opens in a new tab)`}
                        >
                          <span className={styles.title}>{pull.title}</span>
                        </Link>
                      ),
                      detail: (
                        <>
                          {reviewWords(pull).words} ·{' '}
                          <Ago at={pull.createdAt} />
                        </>
                      ),
                    };
                  })}
              </CardRows>
            </>
          );
        }}
      </Answered>
    </EntityInfoCard>
  );
}
