import type { PeopleSource } from '@callboard/plugin-access-common';
import { NameList } from './NameList';
import styles from './NameList.module.css';

/** Who is missing, and why: invalid, of a name that another source has, or left out by the source itself. */
export function LeftOut({ source }: { source: PeopleSource }) {
  const { invalid, invalidCount, syncs, lastSync } = source;
  const conflicts = syncs.find(({ outcome }) => outcome === 'read')?.conflicts;
  const notices = lastSync?.notices ?? [];
  if (invalidCount + (conflicts?.count ?? 0) + notices.length === 0) {
    return null;
  }
  return (
    <section className={styles.part}>
      <h3 className={styles.title}>Left out</h3>
      {invalidCount > 0 && (
        <NameList
          word="Not valid"
          count={invalidCount}
          names={invalid.map(({ entityRef, message }) => ({
            name: entityRef,
            why: message,
          }))}
        />
      )}
      {conflicts && conflicts.count > 0 && (
        <NameList
          word="Name is taken"
          count={conflicts.count}
          names={conflicts.names.map(name => ({ name }))}
        />
      )}
      {notices.length > 0 && (
        <div className={styles.list}>
          <span className={styles.word}>The source says</span>
          <ul className={styles.names}>
            {notices.map(({ message }, index) => (
              <li key={index}>{message}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
