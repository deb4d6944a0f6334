import { Disclosure, plural } from '@callboard/page-parts';
import type { LogLine } from '../progress/DocsProgress';
import styles from './BuildLog.module.css';

/** What the build says, folded. */
export function BuildLog(props: { log: LogLine[] }) {
  const { log } = props;
  const warnings = log.filter(({ level }) => level === 'warn').length;
  return (
    <Disclosure
      summary={
        <>
          <span>Log</span>
          <span className={styles.count}>
            {plural(log.length, 'line')}
            {warnings > 0 && `, ${plural(warnings, 'warning')}`}
          </span>
        </>
      }
    >
      <div
        className={styles.log}
        role="log"
        aria-label="Build log"
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so a keyboard must reach it
        tabIndex={0}
      >
        {log.map(({ level, text }, index) => (
          <div key={index} className={styles.line} data-level={level}>
            {text}
          </div>
        ))}
      </div>
    </Disclosure>
  );
}
