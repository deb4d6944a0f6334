import { useSearchParams } from 'react-router-dom';
import { RunSection } from './RunSection';
import { StartSection } from './StartSection';
import styles from './ImportPage.module.css';

/** Bringing repositories into the catalog: first a plan, then what is chosen of it. `run` in the address names one. */
export function ImportPage() {
  const [search, setSearch] = useSearchParams();
  const id = search.get('run');
  return (
    <main className={styles.page}>
      <div className={styles.body}>
        <h1 className={styles.hidden}>Import repositories</h1>
        {id ? (
          <RunSection
            key={id}
            id={id}
            onClose={() => setSearch({})}
            onOpen={run => setSearch({ run })}
          />
        ) : (
          <StartSection onOpen={run => setSearch({ run })} />
        )}
      </div>
    </main>
  );
}
