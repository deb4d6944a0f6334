import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import {
  entityRouteParams,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import type { ScaffolderTask } from '@backstage/plugin-scaffolder-common';
import { Link } from '@backstage/ui';
import { Ago, StatusIcon, useTick } from '@callboard/page-parts';
import type { RunDetails } from '@callboard/plugin-scaffolder-common';
import { durationWords } from './durationWords';
import type { RunState } from './RunState';
import { isOver } from './RunState';
import { statusWords } from './statusWords';
import styles from './RunFacts.module.css';

/** Where a run stands: its status, who started it, when, how long it took, and whether it was taken up again. */
export function RunFacts(props: {
  task: ScaffolderTask;
  run: RunState;
  details?: RunDetails;
}) {
  const { task, run, details } = props;
  useTick(1_000);
  const { look, word } = statusWords[run.status] ?? statusWords.open;
  const done = run.steps.filter(({ status }) =>
    ['done', 'skipped'].includes(status),
  ).length;
  const total = run.steps.length;
  const isEnded = isOver(run.status);
  const end = isEnded ? run.endedAt : new Date().toISOString();
  const begun = Date.parse(task.createdAt);
  return (
    <div className={styles.facts}>
      <p className={styles.line}>
        <span className={styles.status} role="status" data-testid="run-status">
          <StatusIcon status={look} word="" />
          <strong>{word}</strong>
        </span>
        <span>
          {done} of {total} steps
        </span>
        <span>
          Started <Ago at={task.createdAt} /> by <Person task={task} />
        </span>
        {end && !Number.isNaN(begun) && (
          <span className={styles.number}>
            {isEnded ? 'Took ' : ''}
            {durationWords(Date.parse(end) - begun)}
          </span>
        )}
        {details && details.attempts > 1 && (
          <span>Attempt {details.attempts}</span>
        )}
      </p>
      <Resumed run={run} details={details} />
      <progress
        className={styles.bar}
        aria-label="Progress"
        max={Math.max(total, 1)}
        value={run.status === 'completed' ? Math.max(total, 1) : done}
        data-status={run.status}
      />
    </div>
  );
}

function Resumed(props: { run: RunState; details?: RunDetails }) {
  const { run, details } = props;
  if (details?.recoveredAt)
    return (
      <p className={styles.note}>
        Resumed after a restart of the portal at{' '}
        <Clock at={details.recoveredAt} />. What was done before stayed done.
      </p>
    );
  if (!run.resumedAt) return null;
  return (
    <p className={styles.note}>
      Taken up again at <Clock at={run.resumedAt} />.
    </p>
  );
}

function Clock(props: { at: string }) {
  const at = new Date(props.at);
  return (
    <time dateTime={props.at} title={at.toLocaleString()}>
      {at.toTimeString().slice(0, 5)}
    </time>
  );
}

function Person(props: { task: ScaffolderTask }) {
  const user = props.task.spec?.user;
  const entityRoute = useRouteRef(entityRouteRef);
  const profile = user?.entity?.spec?.profile;
  if (!user?.ref) return <>a service</>;
  const name =
    profile?.displayName || user.entity?.metadata.title || nameOf(user.ref);
  const href = entityRoute?.(
    entityRouteParams(user.ref, { encodeParams: true }),
  );
  return href ? <Link href={href}>{name}</Link> : <>{name}</>;
}

function nameOf(ref: string): string {
  try {
    return parseEntityRef(ref).name;
  } catch {
    return ref;
  }
}
