import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { causeOf, Lines, Panel, usePolled } from '@callboard/page-parts';
import { AccessProblem } from '../parts/AccessProblem';
import { organisationsApiRef } from './api/OrganisationsApi';
import { NoSources } from './NoSources';
import styles from './OrganisationsSection.module.css';
import { SourceRow } from './SourceRow';

const EVERY_MS = 15_000;
/** While something is being read, or was asked for: a task begins within some seconds. */
const BUSY_EVERY_MS = 3_000;
const BUSY_FOR_MS = 60_000;

/** Where users and groups come from, how fresh they are, and what the last sync did. */
export default function OrganisationsSection() {
  const api = useApi(organisationsApiRef);
  const [askedAt, setAskedAt] = useState(0);
  const [isRunning, setRunning] = useState(false);
  const isBusy = isRunning || Date.now() - askedAt < BUSY_FOR_MS;
  const { polled, refresh } = usePolled({
    key: 'organisations',
    everyMs: isBusy ? BUSY_EVERY_MS : EVERY_MS,
    load: async signal => {
      const data = await api.read({ signal });
      setRunning(data.sources.some(({ schedule }) => schedule?.runningSince));
      return data;
    },
  });
  const answer = polled.state === 'ready' ? polled.value : undefined;
  return (
    <Panel
      title="Sources of users and groups"
      count={answer?.sources.length || undefined}
    >
      {polled.state === 'loading' && <Lines count={3} />}
      {polled.state === 'failed' && (
        <AccessProblem
          what="where users and groups come from"
          error={polled.error}
          retry={refresh}
        />
      )}
      {polled.state === 'ready' && polled.outdated && (
        <p className={styles.outdated} role="status">
          This may be out of date. {causeOf(polled.outdated)}
        </p>
      )}
      {answer?.sources.length === 0 && <NoSources />}
      {answer?.sources.map(source => (
        <SourceRow
          key={source.id}
          source={source}
          mayManage={answer.mayManage}
          onAsked={() => {
            setAskedAt(Date.now());
            refresh();
          }}
        />
      ))}
    </Panel>
  );
}
