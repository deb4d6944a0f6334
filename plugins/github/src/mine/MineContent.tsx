import type { ReactNode } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import {
  Ago,
  Lines,
  Notice,
  StatusIcon,
  usePolled,
} from '@callboard/page-parts';
import type { Mine, MinePull } from '@callboard/plugin-github-common';
import { RiCheckDoubleLine } from '@remixicon/react';
import { activityApiRef } from '../activity/api/ActivityApi';
import { checksLook } from '../activity/checksLook';
import { ActivityProblem } from '../activity/parts/ActivityProblem';
import { Cut } from '../activity/parts/Cut';
import { CardRows, type CardRow } from '../activity/parts/CardRows';
import { SourceLine } from '../activity/parts/SourceLine';
import { StaleLine } from '../activity/parts/StaleLine';
import { useTabPath } from '../activity/useTabPath';
import { reviewWords } from '../pulls/reviewWords';
import styles from './MineContent.module.css';

const EVERY_MS = 60_000;
const MOST = 6;

/** Reviews that wait for the person, their own pull requests, and what is red of what they or their teams own. */
export function MineContent() {
  const api = useApi(activityApiRef);
  const { polled, refresh } = usePolled({
    key: 'mine',
    everyMs: EVERY_MS,
    load: signal => api.mine({ signal }),
  });
  if (polled.state === 'loading')
    return <Lines count={4} label="Reading what waits for you" />;
  if (polled.state === 'failed') {
    return (
      <ActivityProblem
        what="what waits for you"
        error={polled.error}
        retry={refresh}
      />
    );
  }
  return (
    <>
      {polled.outdated && <StaleLine error={polled.outdated} retry={refresh} />}
      <MineParts mine={polled.value} />
      <div className={styles.source}>
        <SourceLine answer={polled.value} />
      </div>
    </>
  );
}

function MineParts({ mine }: { mine: Mine }) {
  const { login, waiting, own, failing } = mine;
  const tabPath = useTabPath();
  const isEmpty = waiting.length + own.length + failing.length === 0;
  return (
    <div className={styles.parts}>
      {isEmpty && (
        <Notice
          icon={<RiCheckDoubleLine size={20} />}
          title="Nothing waits for you"
        >
          Reviews that you are asked for, your own pull requests and red builds
          of what your teams own appear here.
        </Notice>
      )}
      <Part title="Waiting for my review" rows={waiting.map(pullRow)} />
      <Part title="My pull requests" rows={own.map(pullRow)} />
      <Part
        title="Failing"
        rows={failing.map(red => {
          const tab = tabPath(red.entityRef, '/ci');
          const href = tab && red.run ? `${tab}?run=${red.run.id}` : tab;
          return {
            key: red.entityRef,
            icon: <StatusIcon status="fail" word="Fails" />,
            name: (
              <Link href={href ?? red.url} standalone data-row>
                {red.title}
              </Link>
            ),
            title: red.failing.join(', '),
            detail: red.failing.join(', ') || red.repository,
          };
        })}
      />
      {!login && (
        <p className={styles.hint}>
          Your own pull requests are not known: your User entity names no login
          at GitHub. Its annotation github.com/user-login does.
        </p>
      )}
    </div>
  );
}

function Part(props: { title: string; rows: CardRow[] }): ReactNode {
  const { title, rows } = props;
  if (rows.length === 0) return null;
  return (
    <section>
      <h3 className={styles.title}>
        {title} <span className={styles.count}>{rows.length}</span>
      </h3>
      <Cut items={rows} most={MOST}>
        {shown => <CardRows label={title}>{shown}</CardRows>}
      </Cut>
    </section>
  );
}

function pullRow(pull: MinePull): CardRow {
  const { status, word } = checksLook(pull.checks);
  return {
    key: pull.url,
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
        <span className={styles.text}>{pull.title}</span>
      </Link>
    ),
    detail: (
      <>
        {pull.repository}#{pull.number} · {reviewWords(pull).words} ·{' '}
        <Ago at={pull.createdAt} />
      </>
    ),
  };
}
