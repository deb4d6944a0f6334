import { StatusIcon } from '@callboard/page-parts';
import type { Step } from '@callboard/plugin-github-common';
import { buildLook } from '../../activity/buildLook';
import { tookTime } from '../../activity/tookTime';
import styles from './JobList.module.css';

/** A step of a job: how it fares, and how long it took. */
export function StepRow({ step }: { step: Step }) {
  const { status, word } = buildLook(step);
  const took = tookTime({
    from: step.startedAt,
    to: step.completedAt,
    ...(step.status === 'in_progress' && { now: new Date() }),
  });
  return (
    <li className={styles.step} title={step.name}>
      <StatusIcon status={status} word={word} size={14} />
      <span className={styles.name}>{step.name}</span>
      {took && <span className={styles.took}>{took}</span>}
    </li>
  );
}
