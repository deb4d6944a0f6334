import { useMemo, useState } from 'react';
import { Button, SearchField } from '@backstage/ui';
import { fieldClass, Notice, Panel } from '@callboard/page-parts';
import {
  applicable,
  type ImportMode,
  type ImportRun,
  type ImportState,
} from '@callboard/plugin-github-common';
import { RiSearchLine } from '@remixicon/react';
import { ApplyBar } from './ApplyBar';
import { ItemRow } from './ItemRow';
import { StateFilter } from './StateFilter';
import styles from './PlanPanel.module.css';

/** So many are drawn at first, and more when that is asked for. */
const PAGE = 100;

/** The repositories of a plan: filtered by what they are and by name, each with what would be made of it. */
export function PlanPanel(props: { run: ImportRun; refresh(): void }) {
  const { run, refresh } = props;
  const [state, setState] = useState<ImportState | undefined>(
    run.counts.inferable > 0 ? 'inferable' : undefined,
  );
  const [text, setText] = useState('');
  const [shown, setShown] = useState(PAGE);
  const [mode, setMode] = useState<ImportMode>(run.mode ?? likelyMode(run));
  const [unchosen, setUnchosen] = useState<ReadonlySet<string>>(new Set());

  const found = useMemo(() => {
    const words = text.trim().toLowerCase();
    return run.items.filter(
      item =>
        (state === undefined || item.state === state) &&
        item.repository.toLowerCase().includes(words),
    );
  }, [run.items, state, text]);
  const mayChoose = ['planned', 'done', 'failed'].includes(run.status);
  const candidates = run.items.filter(item => applicable({ item, mode }));
  const chosen = candidates.filter(
    ({ repository }) => !unchosen.has(repository),
  );
  const among = found.filter(item => applicable({ item, mode }));
  const areAllChosen = among.every(
    ({ repository }) => !unchosen.has(repository),
  );
  const choose = (repositories: string[], isChosen: boolean) => {
    const next = new Set(unchosen);
    for (const repository of repositories) {
      if (isChosen) next.delete(repository);
      else next.add(repository);
    }
    setUnchosen(next);
  };

  return (
    <>
      <Panel title="Repositories" count={run.items.length}>
        <div className={styles.bar}>
          <StateFilter run={run} value={state} onChange={setState} />
          <SearchField
            aria-label="Filter by name"
            placeholder="Filter by name"
            size="small"
            className={`${fieldClass} ${styles.search}`}
            value={text}
            onChange={setText}
          />
          {mayChoose && among.length > 1 && (
            <Button
              size="small"
              variant="tertiary"
              onPress={() =>
                choose(
                  among.map(({ repository }) => repository),
                  !areAllChosen,
                )
              }
            >
              {areAllChosen ? 'Choose none of these' : 'Choose all of these'}
            </Button>
          )}
        </div>
        {found.length === 0 ? (
          <Notice
            icon={<RiSearchLine size={20} />}
            title="No repository is like this"
          />
        ) : (
          <ul className={styles.list}>
            {found.slice(0, shown).map(item => (
              <ItemRow
                key={item.repository}
                item={item}
                isChosen={
                  mayChoose && applicable({ item, mode })
                    ? !unchosen.has(item.repository)
                    : undefined
                }
                onChoose={isChosen => choose([item.repository], isChosen)}
              />
            ))}
          </ul>
        )}
        {found.length > shown && (
          <div className={styles.more}>
            <Button
              size="small"
              variant="tertiary"
              onPress={() => setShown(shown + PAGE)}
            >
              {`Show more (${found.length - shown} left)`}
            </Button>
          </div>
        )}
      </Panel>
      {mayChoose && run.items.some(({ entity }) => entity) && (
        <ApplyBar
          run={run}
          mode={mode}
          onMode={setMode}
          repositories={chosen.map(({ repository }) => repository)}
          of={candidates.length}
          onApplied={refresh}
        />
      )}
    </>
  );
}

/** What is in the catalog already can only get a pull request. */
function likelyMode({ counts }: ImportRun): ImportMode {
  return counts.inferable === 0 && counts.inferred > 0
    ? 'pull-request'
    : 'register';
}
