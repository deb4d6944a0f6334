import { type ReactNode, useRef } from 'react';
import type { DocsProgress } from '../progress/DocsProgress';
import { useDocsProgress } from '../progress/useDocsProgress';
import { Building } from './Building';
import { NotBuilt } from './NotBuilt';
import { PageSkeleton } from './PageSkeleton';
import { useReaderShows } from './useReaderShows';
import styles from './WithProgress.module.css';

/** The stock reader, and below its header what there is to say as long as it has no page to show. The shape of one stands there from the first moment. */
export function WithProgress(props: {
  entityRef: string;
  /** The reader. */
  children: ReactNode;
}) {
  const { entityRef, children } = props;
  const reader = useRef<HTMLDivElement>(null);
  const shows = useReaderShows(reader);
  const { progress, retry } = useDocsProgress(entityRef);
  // The reader, which asks for the page, tells of it only when its code is there.
  const isLoading = !progress && shows === 'loading';
  return (
    <>
      <div ref={reader} className={styles.reader} data-loading={isLoading}>
        {children}
      </div>
      {isLoading && (
        <div
          className={styles.pending}
          role="progressbar"
          aria-label="Loading the docs"
        >
          <PageSkeleton />
        </div>
      )}
      {shows !== 'page' && progress && progress.state !== 'settled' && (
        <div className={styles.pending}>
          <Pending progress={progress} retry={retry} />
        </div>
      )}
    </>
  );
}

function Pending(props: { progress: DocsProgress; retry: () => void }) {
  const { progress, retry } = props;
  switch (progress.state) {
    case 'opening':
      return <PageSkeleton />;
    case 'building':
      return <Building build={progress.build} />;
    case 'failed':
    case 'missing':
      return <NotBuilt progress={progress} retry={retry} />;
    default:
      return null;
  }
}
