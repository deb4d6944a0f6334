import { StatusIcon, type ShownStatus } from '@callboard/page-parts';
import type { BuildSeen, BuildStep } from '../progress/DocsProgress';
import styles from './BuildSteps.module.css';

const STEPS: { step: BuildStep; title: string }[] = [
  { step: 'fetch', title: 'Fetch the source' },
  { step: 'build', title: 'Build the pages' },
  { step: 'publish', title: 'Publish' },
];

/** The three steps of a build, and how far each is. */
export function BuildSteps(props: { build: BuildSeen; hasFailed?: boolean }) {
  const { build, hasFailed = false } = props;
  const current = STEPS.findIndex(({ step }) => step === build.step);
  const statusAt = (index: number): ShownStatus => {
    if (index < current) return 'pass';
    if (index > current) return hasFailed ? 'off' : 'waiting';
    return hasFailed ? 'fail' : 'running';
  };
  return (
    <ol className={styles.steps}>
      {STEPS.map(({ step, title }, index) => (
        <li
          key={step}
          className={styles.step}
          aria-current={index === current ? 'step' : undefined}
        >
          <StatusIcon
            status={statusAt(index)}
            word={{ pass: 'Done', fail: 'Failed' }[statusAt(index) as string]}
          />
          <span>{title}</span>
          {step === 'build' && build.pages && (
            <span className={styles.count}>
              {build.pages.done} of {build.pages.total}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
