import { Panel, useTick } from '@callboard/page-parts';
import { RiArticleLine } from '@remixicon/react';
import type { BuildSeen } from '../progress/DocsProgress';
import { BuildLog } from './BuildLog';
import { BuildSteps } from './BuildSteps';
import { elapsedWords } from './elapsedWords';
import { PageSkeleton } from './PageSkeleton';
import styles from './Building.module.css';

const SAID = {
  fetch: 'Step 1 of 3: the source is fetched.',
  build: 'Step 2 of 3: the pages are built.',
  publish: 'Step 3 of 3: the pages are published.',
};

/** Docs that are built for the first time: how far that is, above the shape of the page to come. */
export function Building(props: { build: BuildSeen }) {
  const { build } = props;
  const { startedAt, isShared, pages, step } = build;
  useTick(1_000);
  return (
    <>
      <Panel
        title="Building these docs"
        icon={<RiArticleLine size={16} aria-hidden />}
        facts={
          <span className={styles.elapsed}>
            {elapsedWords({ from: startedAt, to: new Date() })}
          </span>
        }
      >
        {/* Steps are said, pages and seconds are not. */}
        <span role="status" className={styles.hidden}>
          Building the docs. {SAID[step]}
        </span>
        <BuildSteps build={build} />
        <progress
          className={styles.bar}
          aria-label="Pages built"
          {...(pages &&
            step === 'build' && { value: pages.done, max: pages.total })}
          {...(step === 'publish' && { value: 1, max: 1 })}
        />
        {isShared && (
          <p className={styles.note}>
            Somebody else opened them first. You see the same build; it runs
            once.
          </p>
        )}
        <BuildLog log={build.log} />
      </Panel>
      <PageSkeleton />
    </>
  );
}
