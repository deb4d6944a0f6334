import { useEffect, useMemo, useState } from 'react';
import { useApi, useRouteRef } from '@backstage/frontend-plugin-api';
import { Lines, Panel, usePolled } from '@callboard/page-parts';
import { Outlet } from 'react-router-dom';
import { connectionsApiRef } from '../api/ConnectionsApi';
import { Problem } from '../parts/Problem';
import { rootRouteRef } from '../routes';
import { OverviewContext, type OverviewState } from './OverviewContext';
import { PageHead } from './PageHead';
import styles from './PageFrame.module.css';

const EVERY_MS = 15_000;
/** Until the portal, which has just started, has looked at its connections for the first time. */
const UNCHECKED_EVERY_MS = 1_000;

/** What all parts of the page have around them; the overview is loaded once for all of them. */
export function PageFrame() {
  const api = useApi(connectionsApiRef);
  const base = useRouteRef(rootRouteRef)?.().replace(/\/$/, '') ?? '';
  const [everyMs, setEveryMs] = useState(EVERY_MS);
  const { polled, refresh } = usePolled({
    key: 'overview',
    everyMs,
    load: signal => api.overview({ signal }),
  });
  const overview = polled.state === 'ready' ? polled.value : undefined;
  const isUnchecked = overview && !overview.checkedAt;
  useEffect(
    () => setEveryMs(isUnchecked ? UNCHECKED_EVERY_MS : EVERY_MS),
    [isUnchecked],
  );
  const state = useMemo<OverviewState | undefined>(
    () => overview && { overview, refresh, base },
    [overview, refresh, base],
  );

  if (polled.state === 'failed') {
    return (
      <main className={styles.page}>
        <div className={styles.body}>
          <Panel title="Connections">
            <Problem
              what="what the portal is connected to"
              error={polled.error}
              retry={refresh}
            />
          </Panel>
        </div>
      </main>
    );
  }
  if (!state || polled.state === 'loading') {
    return (
      <main className={styles.page}>
        <div className={styles.head} />
        <div className={styles.body}>
          <Panel title="What needs attention">
            <Lines count={2} />
          </Panel>
          <Panel title="GitHub">
            <Lines count={5} />
          </Panel>
        </div>
      </main>
    );
  }
  return (
    <OverviewContext.Provider value={state}>
      <main className={styles.page}>
        <PageHead outdated={polled.outdated} />
        <div className={styles.body}>
          <Outlet />
        </div>
      </main>
    </OverviewContext.Provider>
  );
}
