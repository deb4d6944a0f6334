import { Button } from '@backstage/ui';
import type { ErrorLike } from '@backstage/errors';
import { useApi } from '@backstage/frontend-plugin-api';
import { causeOf, Panel, useAction } from '@callboard/page-parts';
import type { ImportRun } from '@callboard/plugin-github-common';
import { githubApiRef } from '../api/GithubApi';
import { Outcomes } from './Outcomes';
import { statusWords } from './statusWords';
import styles from './RunHead.module.css';

/** Where an import stands: its status and why, how far it is, what came of it, and what can be done. */
export function RunHead(props: {
  run: ImportRun;
  /** Why what is shown may be old. */
  outdated?: ErrorLike;
  refresh(): void;
  onClose(): void;
  onOpen(id: string): void;
}) {
  const { run, outdated, refresh, onClose, onOpen } = props;
  const { id, host, organisation, status, statusReason, done, total } = run;
  const api = useApi(githubApiRef);
  const pausing = useAction(async () => {
    await api.pause({ id });
    refresh();
  });
  const resuming = useAction(async () => {
    await api.apply({ id, mode: run.mode! });
    refresh();
  });
  const planning = useAction(async () => {
    onOpen((await api.plan({ host, organisation })).id);
  });
  const error = pausing.error ?? resuming.error ?? planning.error ?? outdated;
  const isUnderWay =
    status === 'running' || (status === 'paused' && run.pausedUntil);
  const isStopped =
    run.mode !== undefined &&
    (status === 'failed' || (status === 'paused' && !run.pausedUntil));
  const isOver = ['planned', 'done', 'failed'].includes(status);

  return (
    <Panel
      title={`${organisation} on ${host}`}
      actions={
        <>
          {isUnderWay && (
            <Button
              size="small"
              variant="secondary"
              isPending={pausing.isRunning}
              onPress={() => pausing.run()}
            >
              Pause
            </Button>
          )}
          {isStopped && (
            <Button
              size="small"
              variant="primary"
              isPending={resuming.isRunning}
              onPress={() => resuming.run()}
            >
              Go on
            </Button>
          )}
          {isOver && (
            <Button
              size="small"
              variant="secondary"
              isPending={planning.isRunning}
              onPress={() => planning.run()}
            >
              Plan again
            </Button>
          )}
          <Button size="small" variant="tertiary" onPress={onClose}>
            All imports
          </Button>
        </>
      }
    >
      <div className={styles.head}>
        <p className={styles.status} role="status" data-testid="status">
          <strong>{statusWords(run)}</strong>
          {total > 0 && (
            <span className={styles.count}>
              {done.toLocaleString('en')} of {total.toLocaleString('en')}{' '}
              {status === 'planning' ? 'repositories read' : 'repositories'}
            </span>
          )}
        </p>
        {(total > 0 || status === 'planning') && (
          <progress
            className={styles.bar}
            aria-label="Progress"
            {...(total > 0 && { value: done, max: total })}
          />
        )}
        {statusReason && <p className={styles.reason}>{statusReason}</p>}
        {error && (
          <p className={styles.error} role="alert">
            {error === outdated && 'This may be out of date. '}
            {causeOf(error)}
          </p>
        )}
        <Outcomes run={run} />
      </div>
    </Panel>
  );
}
