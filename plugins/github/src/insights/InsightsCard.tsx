import { useApi } from '@backstage/frontend-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { Ago, OutLink, plural, usePolled } from '@callboard/page-parts';
import { activityApiRef } from '../activity/api/ActivityApi';
import { Answered } from '../activity/parts/Answered';
import { SeeAll } from '../activity/parts/SeeAll';
import { useEntityRef } from '../activity/useEntityRef';
import { useTabPath } from '../activity/useTabPath';
import styles from './InsightsCard.module.css';
import { LanguageBar } from './LanguageBar';

const EVERY_MS = 10 * 60_000;
/** So many contributors the portal asks for. */
const ASKED = 100;

/** What a repository is like in four lines. */
export function InsightsCard() {
  const api = useApi(activityApiRef);
  const entityRef = useEntityRef();
  const tabPath = useTabPath();
  const { polled, refresh } = usePolled({
    key: entityRef,
    everyMs: EVERY_MS,
    load: signal => api.insights({ entityRef, signal }),
  });
  return (
    <EntityInfoCard
      title="Repository"
      headerActions={<SeeAll href={tabPath(entityRef, '/insights')} />}
    >
      <Answered
        polled={polled}
        refresh={refresh}
        what="what the repository is like"
        lines={3}
        isBare
      >
        {({ languages, contributors, releases, weeks, pushedAt }) => {
          const release = releases.find(({ isDraft }) => !isDraft);
          const commits = weeks
            .slice(-4)
            .reduce((sum, week) => sum + week.commits, 0);
          return (
            <div className={styles.card}>
              <LanguageBar languages={languages} />
              <p>
                {contributors.length >= ASKED && 'at least '}
                {plural(contributors.length, 'contributor')},{' '}
                {plural(commits, 'commit')} in four weeks
              </p>
              {release && (
                <p>
                  <OutLink href={release.url}>
                    {release.name || release.tag}
                  </OutLink>
                  {release.publishedAt && (
                    <>
                      {' '}
                      released <Ago at={release.publishedAt} />
                    </>
                  )}
                </p>
              )}
              {pushedAt && (
                <p>
                  Pushed <Ago at={pushedAt} />
                </p>
              )}
            </div>
          );
        }}
      </Answered>
    </EntityInfoCard>
  );
}
