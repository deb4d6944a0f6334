import { type ReactNode, useRef } from 'react';
import type { DocsProgress } from '../progress/DocsProgress';
import { useDocsProgress } from '../progress/useDocsProgress';
import { Building } from './Building';
import { NotBuilt } from './NotBuilt';
import { PageSkeleton } from './PageSkeleton';
import { useIsPageShown } from './useIsPageShown';
import styles from './WithProgress.module.css';

/** The stock reader, and below its header what there is to say as long as it has no page to show. */
export function WithProgress(props: {
  entityRef: string;
  /** The reader. */
  children: ReactNode;
}) {
  const { entityRef, children } = props;
  const reader = useRef<HTMLDivElement>(null);
  const isShown = useIsPageShown(reader);
  const { progress, retry } = useDocsProgress(entityRef);
  return (
    <>
      <div ref={reader} className={styles.reader}>
        {children}
      </div>
      {!isShown && progress && progress.state !== 'settled' && (
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
