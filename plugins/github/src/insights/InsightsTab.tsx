import { useApi } from '@backstage/frontend-plugin-api';
import { Panel, usePolled } from '@callboard/page-parts';
import type { EntityRepository } from '@callboard/plugin-github-common';
import { activityApiRef } from '../activity/api/ActivityApi';
import { Answered } from '../activity/parts/Answered';
import { RepositoryGate } from '../activity/parts/RepositoryGate';
import { Contributors } from './Contributors';
import { InsightFacts } from './InsightFacts';
import styles from './InsightsTab.module.css';
import { LanguageBar } from './LanguageBar';
import { ReadmeView } from './ReadmeView';
import { Releases } from './Releases';
import { WeeksChart } from './WeeksChart';

const EVERY_MS = 10 * 60_000;

/** What a component's repository is like: README, activity, languages, contributors, releases. */
export function InsightsTab() {
  return (
    <RepositoryGate title="Insights">
      {(repository, entityRef) => (
        <div className={styles.columns}>
          <div className={styles.main}>
            <ReadmePanel repository={repository} entityRef={entityRef} />
          </div>
          <div className={styles.side}>
            <InsightPanel repository={repository} entityRef={entityRef} />
          </div>
        </div>
      )}
    </RepositoryGate>
  );
}

interface Of {
  repository: EntityRepository;
  entityRef: string;
}

function InsightPanel({ repository, entityRef }: Of) {
  const api = useApi(activityApiRef);
  const { polled, refresh } = usePolled({
    key: entityRef,
    everyMs: EVERY_MS,
    load: signal => api.insights({ entityRef, signal }),
  });
  return (
    <Panel title="Repository">
      <Answered
        polled={polled}
        refresh={refresh}
        what="what the repository is like"
        by={repository.served.title}
        lines={10}
      >
        {insights => (
          <div className={styles.parts}>
            <InsightFacts insights={insights} repository={repository} />
            <section>
              <h3>Activity</h3>
              <WeeksChart weeks={insights.weeks} />
            </section>
            <section>
              <h3>Languages</h3>
              <LanguageBar languages={insights.languages} />
            </section>
            <section>
              <h3>Contributors</h3>
              <Contributors
                contributors={insights.contributors}
                url={repository.url}
              />
            </section>
            <section>
              <h3>Releases</h3>
              <Releases releases={insights.releases} url={repository.url} />
            </section>
          </div>
        )}
      </Answered>
    </Panel>
  );
}

function ReadmePanel({ repository, entityRef }: Of) {
  const api = useApi(activityApiRef);
  const { polled, refresh } = usePolled({
    key: entityRef,
    everyMs: EVERY_MS,
    load: signal => api.readme({ entityRef, signal }),
  });
  const title =
    polled.state === 'ready' && polled.value.state === 'answered'
      ? polled.value.value.path
      : 'README';
  return (
    <Panel title={title}>
      <Answered
        polled={polled}
        refresh={refresh}
        what="the README"
        by={repository.served.title}
        lines={10}
      >
        {readme => <ReadmeView readme={readme} />}
      </Answered>
    </Panel>
  );
}
