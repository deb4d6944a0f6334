import { type ReactNode, useState } from 'react';
import { Button } from '@backstage/ui';
import styles from './Cut.module.css';

/** A list that may be long: its first lines, and a button for the rest. */
export function Cut<T>(props: {
  items: T[];
  /** How many are shown at first. */
  most: number;
  /** What is shown from the first, wherever it stands: what is chosen, what went wrong. */
  keeps?(item: T): boolean;
  children(shown: T[]): ReactNode;
}) {
  const { items, most, keeps, children } = props;
  const [isAll, setAll] = useState(false);
  const first = items.filter((item, index) => index < most || keeps?.(item));
  const hidden = items.length - first.length;
  return (
    <>
      {children(isAll ? items : first)}
      {hidden > 0 && (
        <div className={styles.more}>
          <Button
            size="small"
            variant="tertiary"
            aria-expanded={isAll}
            onPress={() => setAll(!isAll)}
          >
            {isAll ? 'Show fewer' : `Show ${hidden} more`}
          </Button>
        </div>
      )}
    </>
  );
}
