import { Select } from '@backstage/ui';
import { Ago, fieldClass, OutLink, StatusIcon } from '@callboard/page-parts';
import type {
  EntityRepository,
  RunDetail,
} from '@callboard/plugin-github-common';
import { buildLook } from '../../activity/buildLook';
import { isUnderWay } from '../../activity/isUnderWay';
import { tookTime } from '../../activity/tookTime';
import styles from './RunFacts.module.css';

/** What a run is: how it fares, what it is of, who started it, how long it took, and which attempt is shown. */
export function RunFacts(props: {
  detail: RunDetail;
  repository: EntityRepository;
  onAttempt(attempt: number | undefined): void;
}) {
  const { detail, repository, onAttempt } = props;
  const { run, attempts } = detail;
  const { status, word } = buildLook(run);
  const took = tookTime({
    from: run.startedAt,
    to: isUnderWay(run) ? null : run.updatedAt,
    now: new Date(),
  });
  return (
    <div className={styles.facts}>
      <span className={styles.fact}>
        <StatusIcon status={status} word="" />
        <strong>{word}</strong>
      </span>
      <span>
        {run.workflow} #{run.number}
      </span>
      {run.branch && <code className={styles.code}>{run.branch}</code>}
      <OutLink href={`${repository.url}/commit/${run.sha}`}>
        <code className={styles.code}>{run.sha.slice(0, 7)}</code>
      </OutLink>
      {run.pulls.map(pull => (
        <OutLink key={pull} href={`${repository.url}/pull/${pull}`}>
          #{pull}
        </OutLink>
      ))}
      <span className={styles.dim}>
        {run.event.replace(/_/g, ' ')}
        {run.actor && ` by ${run.actor}`}, <Ago at={run.startedAt} />
        {took && `, took ${took}`}
      </span>
      <OutLink href={run.url}>At GitHub</OutLink>
      {attempts > 1 && (
        <Select
          aria-label="Attempt"
          size="small"
          className={`${fieldClass} ${styles.attempt}`}
          options={Array.from({ length: attempts }, (_, index) => ({
            id: String(attempts - index),
            label: `Attempt ${attempts - index} of ${attempts}`,
          }))}
          value={String(run.attempt)}
          onChange={next =>
            onAttempt(Number(next) === attempts ? undefined : Number(next))
          }
        />
      )}
    </div>
  );
}
