import { useId, useState, type ReactNode } from 'react';
import { RiArrowRightSLine } from '@remixicon/react';
import styles from './Disclosure.module.css';

/** A row that opens in place. What must be pressed by itself stands in `actions`, outside of the row's own button. */
export function Disclosure(props: {
  summary: ReactNode;
  actions?: ReactNode;
  isOpenAtFirst?: boolean;
  /** Drawn only while the row is open. */
  children: ReactNode;
}) {
  const { summary, actions, isOpenAtFirst = false, children } = props;
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const bodyId = useId();
  return (
    <div className={styles.disclosure}>
      <div className={styles.row}>
        <button
          type="button"
          className={styles.button}
          aria-expanded={isOpen}
          aria-controls={isOpen ? bodyId : undefined}
          onClick={() => setOpen(!isOpen)}
        >
          <RiArrowRightSLine
            size={16}
            className={styles.chevron}
            data-open={isOpen}
            aria-hidden
          />
          <span className={styles.summary}>{summary}</span>
        </button>
        {actions && <span className={styles.actions}>{actions}</span>}
      </div>
      {isOpen && (
        <div id={bodyId} className={styles.body}>
          {children}
        </div>
      )}
    </div>
  );
}
