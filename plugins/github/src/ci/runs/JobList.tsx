import { StatusIcon } from '@callboard/page-parts';
import type { Job } from '@callboard/plugin-github-common';
import { buildLook } from '../../activity/buildLook';
import { isUnderWay } from '../../activity/isUnderWay';
import { moveRowFocus } from '../../activity/moveRowFocus';
import { Cut } from '../../activity/parts/Cut';
import { tookTime } from '../../activity/tookTime';
import styles from './JobList.module.css';
import { StepRow } from './StepRow';

const MOST = 50;

/** The jobs of a run; the chosen one shows its steps, and its log beside them. */
export function JobList(props: {
  jobs: Job[];
  chosen: number | undefined;
  onChoose(job: Job): void;
}) {
  const { jobs, chosen, onChoose } = props;
  if (jobs.length === 0)
    return <p className={styles.none}>No job has begun yet.</p>;
  return (
    <Cut
      items={jobs}
      most={MOST}
      keeps={job =>
        job.id === chosen || job.conclusion === 'failure' || isUnderWay(job)
      }
    >
      {shown => <Rows jobs={shown} chosen={chosen} onChoose={onChoose} />}
    </Cut>
  );
}

function Rows(props: {
  jobs: Job[];
  chosen: number | undefined;
  onChoose(job: Job): void;
}) {
  const { jobs, chosen, onChoose } = props;
  return (
    // The buttons inside take the focus; the list only moves it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <ul className={styles.list} onKeyDown={moveRowFocus}>
      {jobs.map(job => {
        const { status, word } = buildLook(job);
        const isChosen = job.id === chosen;
        const took = tookTime({
          from: job.startedAt,
          to: job.completedAt,
          ...(isUnderWay(job) && { now: new Date() }),
        });
        return (
          <li key={job.id}>
            <button
              type="button"
              className={styles.job}
              data-row
              aria-expanded={isChosen}
              title={job.runner ? `${job.name}, on ${job.runner}` : job.name}
              onClick={() => onChoose(job)}
            >
              <StatusIcon status={status} word={word} />
              <span className={styles.name}>{job.name}</span>
              {took && <span className={styles.took}>{took}</span>}
            </button>
            {isChosen && (
              <>
                {job.needsApproval && (
                  <p className={styles.none}>
                    It waits for somebody at GitHub to approve the deployment.
                  </p>
                )}
                <ol
                  className={styles.steps}
                  aria-label={`Steps of ${job.name}`}
                >
                  {job.steps.map(step => (
                    <StepRow key={step.number} step={step} />
                  ))}
                </ol>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
