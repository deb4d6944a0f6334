import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { useSearchParams } from 'react-router-dom';
import { Notice, OutLink, Panel, usePolled } from '@callboard/page-parts';
import type { EntityRepository } from '@callboard/plugin-github-common';
import { RiGitPullRequestLine } from '@remixicon/react';
import { activityApiRef } from '../activity/api/ActivityApi';
import { Answered } from '../activity/parts/Answered';
import { Chips } from '../activity/parts/Chips';
import { Cut } from '../activity/parts/Cut';
import { RepositoryGate } from '../activity/parts/RepositoryGate';
import { useMyLogin } from '../activity/useMyLogin';
import styles from './PullsTab.module.css';
import { PullTable } from './PullTable';
import { pullViews, type PullViewId } from './pullViews';

const EVERY_MS = 60_000;
const MOST = 30;

/** The open pull requests of a component's repository. `view` in the address says which of them. */
export function PullsTab() {
  return (
    <RepositoryGate title="Pull requests">
      {(repository, entityRef) => (
        <Pulls repository={repository} entityRef={entityRef} />
      )}
    </RepositoryGate>
  );
}

function Pulls(props: { repository: EntityRepository; entityRef: string }) {
  const { repository, entityRef } = props;
  const api = useApi(activityApiRef);
  const login = useMyLogin();
  const [now] = useState(() => new Date());
  const [search, setSearch] = useSearchParams();
  const { polled, refresh } = usePolled({
    key: entityRef,
    everyMs: EVERY_MS,
    load: signal => api.pulls({ entityRef, signal }),
  });
  const total =
    polled.state === 'ready' && polled.value.state === 'answered'
      ? polled.value.value.total
      : undefined;
  const all = `${repository.url}/pulls`;
  return (
    <Panel
      title="Pull requests"
      count={total}
      actions={<OutLink href={all}>At GitHub</OutLink>}
    >
      <Answered
        polled={polled}
        refresh={refresh}
        what="the pull requests"
        by={repository.served.title}
        lines={8}
      >
        {({ pulls, total: open }) => {
          if (pulls.length === 0) {
            return (
              <Notice
                icon={<RiGitPullRequestLine size={20} />}
                title="Nothing is open"
              >
                Whoever pushes a branch to {repository.owner}/{repository.name}{' '}
                can ask there for it to be merged; it is then listed here.
              </Notice>
            );
          }
          const views = pullViews({ pulls, login, now });
          const view =
            views.find(({ id }) => id === search.get('view')) ?? views[0];
          return (
            <>
              <div className={styles.bar}>
                <Chips<PullViewId>
                  label="Show"
                  chips={views.map(({ id, title, pulls: shown }) => ({
                    id,
                    title,
                    count: shown.length,
                  }))}
                  value={view.id}
                  onChange={id =>
                    setSearch(current => {
                      const next = new URLSearchParams(current);
                      if (id === 'all') next.delete('view');
                      else next.set('view', id);
                      return next;
                    })
                  }
                />
              </div>
              {view.pulls.length === 0 ? (
                <Notice
                  icon={<RiGitPullRequestLine size={20} />}
                  title="No pull request is like this"
                />
              ) : (
                <Cut key={view.id} items={view.pulls} most={MOST}>
                  {shown => <PullTable pulls={shown} login={login} />}
                </Cut>
              )}
              {open > pulls.length && (
                <p className={styles.more}>
                  The {pulls.length} that changed last, of {open}.{' '}
                  <OutLink href={all}>All of them at GitHub</OutLink>
                </p>
              )}
            </>
          );
        }}
      </Answered>
    </Panel>
  );
}
