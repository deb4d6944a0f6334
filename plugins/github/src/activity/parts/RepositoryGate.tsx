import type { ReactNode } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Lines, Notice, Panel, usePolled } from '@callboard/page-parts';
import type { EntityRepository } from '@callboard/plugin-github-common';
import { RiGitRepositoryLine } from '@remixicon/react';
import { activityApiRef } from '../api/ActivityApi';
import { useEntityRef } from '../useEntityRef';
import { ActivityProblem } from './ActivityProblem';
import { LackNotice } from './LackNotice';
import styles from './RepositoryGate.module.css';

const EVERY_MS = 5 * 60_000;

/** A tab about the repository of the entity whose page this is; why there is none where the portal does not show one. */
export function RepositoryGate(props: {
  title: string;
  children: (repository: EntityRepository, entityRef: string) => ReactNode;
}) {
  const { title, children } = props;
  const api = useApi(activityApiRef);
  const entityRef = useEntityRef();
  const { polled, refresh } = usePolled({
    key: entityRef,
    everyMs: EVERY_MS,
    load: signal => api.repository({ entityRef, signal }),
  });
  if (polled.state === 'ready' && polled.value.state === 'found') {
    return (
      <div className={styles.tab}>
        {children(polled.value.repository, entityRef)}
      </div>
    );
  }
  return (
    <div className={styles.tab}>
      <Panel title={title}>
        {polled.state === 'loading' && (
          <Lines count={8} label="Reading the repository" />
        )}
        {polled.state === 'failed' && (
          <ActivityProblem
            what="the repository of this component"
            error={polled.error}
            retry={refresh}
          />
        )}
        {polled.state === 'ready' && polled.value.state === 'refused' && (
          <>
            <Notice
              icon={<RiGitRepositoryLine size={20} />}
              title={polled.value.words}
            >
              {polled.value.remedy}
            </Notice>
            {polled.value.lack && <LackNotice lack={polled.value.lack} />}
          </>
        )}
      </Panel>
    </div>
  );
}
