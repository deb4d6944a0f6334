import { BgProvider, Skeleton } from '@backstage/ui';
import styles from './PageSkeleton.module.css';

const NAV = [72, 56, 64, 48, 60, 52];
const TEXT = [
  [96, 92, 97, 61],
  [94, 88, 44],
  [98, 90, 95, 72],
];

/** The shape of a page of docs: navigation, a heading, paragraphs, and what is on the page. */
export function PageSkeleton() {
  return (
    // As on a panel: on the ground of the page it would hardly be seen.
    <BgProvider bg="neutral-1">
      <div className={styles.page} aria-hidden data-testid="docs-skeleton">
        <div className={styles.side}>
          {NAV.map(width => (
            <Skeleton key={width} width={`${width}%`} height={12} />
          ))}
        </div>
        <div className={styles.text}>
          <Skeleton width="38%" height={28} />
          {TEXT.map((widths, paragraph) => (
            <div key={paragraph} className={styles.paragraph}>
              {widths.map(width => (
                <Skeleton key={width} width={`${width}%`} height={12} />
              ))}
            </div>
          ))}
        </div>
        <div className={styles.side} data-part="contents">
          {NAV.slice(0, 3).map(width => (
            <Skeleton key={width} width={`${width}%`} height={12} />
          ))}
        </div>
      </div>
    </BgProvider>
  );
}
