import type { ReactNode } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { Lines, plural, usePolled } from '@callboard/page-parts';
import type { Answer } from '@callboard/plugin-github-common';
import { activityApiRef } from '../activity/api/ActivityApi';
import { ActivityProblem } from '../activity/parts/ActivityProblem';
import { SeeAll } from '../activity/parts/SeeAll';
import { useEntityRef } from '../activity/useEntityRef';
import { useTabPath } from '../activity/useTabPath';
import styles from './SecurityCard.module.css';
import { countAlerts } from './severities';
import { SeverityCounts } from './SeverityCounts';

const EVERY_MS = 5 * 60_000;

/** How many alerts are open: dependencies by severity, code and secrets in all. Asked for only where the person may see them. */
export function SecurityCard() {
  const api = useApi(activityApiRef);
  const entityRef = useEntityRef();
  const tabPath = useTabPath();
  const { polled, refresh } = usePolled({
    key: entityRef,
    everyMs: EVERY_MS,
    load: async signal => {
      const answer = await api.repository({ entityRef, signal });
      if (answer.state === 'refused') return { why: answer.words };
      const { may } = answer.repository;
      return may.alerts
        ? { security: await api.security({ entityRef, signal }) }
        : { why: may.whyNotAlerts };
    },
  });
  const { security, why } =
    polled.state === 'ready'
      ? { security: undefined, why: undefined, ...polled.value }
      : {};
  return (
    <EntityInfoCard
      title="Security"
      headerActions={
        security && <SeeAll href={tabPath(entityRef, '/security')} />
      }
    >
      {polled.state === 'loading' && (
        <Lines count={3} label="Reading the alerts" />
      )}
      {polled.state === 'failed' && (
        <ActivityProblem
          what="the alerts"
          error={polled.error}
          retry={refresh}
        />
      )}
      {why && <p className={styles.why}>{why}</p>}
      {security && (
        <dl className={styles.facts}>
          <dt>Dependencies</dt>
          <dd>
            <Known answer={security.dependabot}>
              {({ open, more }) => (
                <>
                  <SeverityCounts counts={open} />
                  {more && ' and more'}
                </>
              )}
            </Known>
          </dd>
          <dt>Code</dt>
          <dd>
            <Known answer={security.code}>
              {({ open, more }) =>
                `${more ? 'at least ' : ''}${plural(
                  countAlerts(open),
                  'open alert',
                )}`
              }
            </Known>
          </dd>
          <dt>Secrets</dt>
          <dd>
            <Known answer={security.secrets}>
              {({ open, more }) =>
                `${more ? 'at least ' : ''}${plural(open, 'open alert')}`
              }
            </Known>
          </dd>
        </dl>
      )}
    </EntityInfoCard>
  );
}

/** What is known, or in two words why it is not; the tab says the rest. */
function Known<T>(props: {
  answer: Answer<T>;
  children: (value: T) => ReactNode;
}) {
  const { answer, children } = props;
  if (answer.state === 'answered') return <>{children(answer.value)}</>;
  return (
    <span className={styles.dim} title={answer.reason}>
      {whyUnknown(answer)}
    </span>
  );
}

function whyUnknown(
  answer: Exclude<Answer<unknown>, { state: 'answered' }>,
): string {
  if (answer.state === 'absent') return 'not switched on';
  return answer.lack
    ? `“${answer.lack.title}” is not granted`
    : 'not shown to the portal';
}
