import { useState } from 'react';
import { Switch } from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import { RELATION_PARENT_OF } from '@backstage/catalog-model';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { Lines, Notice, plural, usePolled } from '@callboard/page-parts';
import type { GroupSummary } from '@callboard/plugin-github-common';
import { RiGitRepositoryLine } from '@remixicon/react';
import { activityApiRef } from '../activity/api/ActivityApi';
import { ActivityProblem } from '../activity/parts/ActivityProblem';
import { SourceLine } from '../activity/parts/SourceLine';
import { StaleLine } from '../activity/parts/StaleLine';
import { useEntityRef } from '../activity/useEntityRef';
import { SeverityCounts } from '../security/SeverityCounts';
import { countAlerts } from '../security/severities';
import styles from './GroupActivity.module.css';
import { GroupTable } from './GroupTable';

const EVERY_MS = 60_000;

/** What a team's components are like: totals, and a row a repository, what needs somebody first. */
export function GroupActivity() {
  const api = useApi(activityApiRef);
  const { entity } = useEntity();
  const entityRef = useEntityRef();
  const hasChildren = entity.relations?.some(
    ({ type }) => type === RELATION_PARENT_OF,
  );
  const [children, setChildren] = useState(false);
  const { polled, refresh } = usePolled({
    key: `${entityRef} ${children}`,
    everyMs: EVERY_MS,
    load: signal => api.groupSummary({ entityRef, children, signal }),
  });
  return (
    <EntityInfoCard
      title="Builds, pull requests and alerts"
      headerActions={
        hasChildren && (
          <Switch
            label="With the teams below"
            isSelected={children}
            onChange={setChildren}
          />
        )
      }
    >
      <div className={styles.card}>
        {polled.state === 'loading' && (
          <Lines
            count={5}
            label="Reading what the team’s components are like"
          />
        )}
        {polled.state === 'failed' && (
          <ActivityProblem
            what="what the team’s components are like"
            error={polled.error}
            retry={refresh}
          />
        )}
        {polled.state === 'ready' && (
          <>
            {polled.outdated && (
              <StaleLine error={polled.outdated} retry={refresh} />
            )}
            <Summary summary={polled.value} />
          </>
        )}
      </div>
    </EntityInfoCard>
  );
}

function Summary({ summary }: { summary: GroupSummary }) {
  const { repositories, totals, omitted } = summary;
  if (repositories.length === 0) {
    return (
      <Notice
        icon={<RiGitRepositoryLine size={20} />}
        title="No component of this team has a repository"
      >
        A component names its repository in the annotation
        github.com/project-slug, and its team as spec.owner.
        {omitted > 0 &&
          ` Of ${plural(omitted, 'component')} it could not be told.`}
      </Notice>
    );
  }
  return (
    <>
      <p className={styles.totals}>
        <span>{plural(totals.repositories, 'repository', 'repositories')}</span>
        <span data-bad={totals.failing > 0}>{totals.failing} failing</span>
        <span>
          {plural(totals.open, 'open pull request')}, {totals.waiting} waiting
          for review
        </span>
        {countAlerts(totals.alerts) > 0 && (
          <SeverityCounts counts={totals.alerts} />
        )}
      </p>
      <GroupTable repositories={repositories} />
      {omitted > 0 && (
        <p className={styles.omitted}>
          {plural(omitted, 'component')} more: beyond the hundred that are
          listed, or without a repository that can be told.
        </p>
      )}
      <SourceLine answer={summary} />
    </>
  );
}
