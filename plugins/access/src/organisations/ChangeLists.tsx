import { Ago } from '@callboard/page-parts';
import type { PeopleChange, PeopleSync } from '@callboard/plugin-access-common';
import { NameList } from './NameList';
import styles from './NameList.module.css';

/** Who came, changed and went with the last sync that changed anything. */
export function ChangeLists({ sync }: { sync: PeopleSync }) {
  const lists: [string, PeopleChange][] = [
    ['Added', sync.added],
    ['Changed', sync.changed],
    ['Removed', sync.removed],
  ];
  return (
    <section className={styles.part}>
      <h3 className={styles.title}>
        Last changes, <Ago at={sync.endedAt} />
        {sync.by === 'event' && ', by an event'}
      </h3>
      {lists
        .filter(([, { count }]) => count > 0)
        .map(([word, { count, names }]) => (
          <NameList
            key={word}
            word={word}
            count={count}
            names={names.map(name => ({ name }))}
          />
        ))}
    </section>
  );
}
