import { useEffect, useRef } from 'react';
import { Button } from '@backstage/ui';
import type { ErrorLike } from '@backstage/errors';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  Ago,
  causeOf,
  StatusIcon,
  useAction,
  useTick,
} from '@callboard/page-parts';
import { RiPlayLine } from '@remixicon/react';
import { NavLink, useLocation } from 'react-router-dom';
import { connectionsApiRef } from '../api/ConnectionsApi';
import { countStatuses } from '../checks/countStatuses';
import { statusSentence } from './statusSentence';
import { useOverview } from './OverviewContext';
import styles from './PageHead.module.css';

const TICK_MS = 5_000;

const TABS = [
  { path: '', label: 'Overview' },
  { path: '/checks', label: 'Tests' },
  { path: '/serve', label: 'Who serves this?' },
  { path: '/trace', label: 'Recent calls' },
];

/** One line for the parts of the page and one for how things stand, with the button that tests all of it. */
export function PageHead(props: { outdated?: ErrorLike }) {
  const { outdated } = props;
  const { overview, refresh, base } = useOverview();
  const api = useApi(connectionsApiRef);
  useTick(TICK_MS);
  const tabsRef = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    // On a small screen the tabs scroll; the one that is shown has to be seen.
    tabsRef.current
      ?.querySelector('[aria-current="page"]')
      ?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  }, [pathname]);
  const tests = useAction(async () => {
    // Some tests have an effect, so running all of them takes more than the right to read.
    if (overview.mayManage) await api.runChecks();
    else await api.overview({ fresh: true });
    refresh();
  });
  const isRunning = tests.isRunning || overview.running;
  const counts = countStatuses(overview.checks);
  const problems = counts.fail + counts.warn;

  return (
    <div className={styles.head}>
      <h1 className={styles.hidden}>Connections</h1>
      <nav ref={tabsRef} className={styles.tabs} aria-label="Connections">
        {TABS.map(({ path, label }) => (
          <NavLink key={path} to={`${base}${path}`} end className={styles.tab}>
            {label}
            {path === '/checks' && problems > 0 && (
              <span className={styles.badge}>{problems}</span>
            )}
          </NavLink>
        ))}
      </nav>
      <div className={styles.status}>
        <span className={styles.state} role="status" data-testid="status">
          <StatusIcon
            status={overview.checks.length > 0 ? overview.status : 'off'}
            word=""
            size={18}
          />
          <strong>{statusSentence(counts)}</strong>
        </span>
        <span className={styles.when}>
          {isRunning && 'Testing…'}
          {!isRunning && overview.checkedAt && (
            <>
              Checked <Ago at={overview.checkedAt} />
            </>
          )}
          {!isRunning && !overview.checkedAt && 'Not checked yet'}
        </span>
        <Button
          size="small"
          variant="secondary"
          iconStart={<RiPlayLine size={14} />}
          isPending={isRunning}
          onPress={() => tests.run()}
        >
          Run all tests
        </Button>
      </div>
      {(outdated || tests.error) && (
        <p className={styles.problem} role="alert">
          {tests.error
            ? `The tests could not be run. ${causeOf(tests.error)}`
            : `This may be out of date. ${causeOf(outdated!)}`}{' '}
          <Button size="small" variant="tertiary" onPress={refresh}>
            Try again
          </Button>
        </p>
      )}
    </div>
  );
}
