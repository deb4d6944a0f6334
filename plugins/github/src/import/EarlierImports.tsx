import { Button } from '@backstage/ui';
import { Notice, Panel, plural } from '@callboard/page-parts';
import type { ImportRun } from '@callboard/plugin-github-common';
import { RiHistoryLine } from '@remixicon/react';
import { statusWords } from './statusWords';
import styles from './EarlierImports.module.css';

/** Plans and runs, newest first. */
export function EarlierImports(props: {
  imports: ImportRun[];
  onOpen(id: string): void;
}) {
  const { imports, onOpen } = props;
  return (
    <Panel title="Earlier plans and imports" count={imports.length}>
      {imports.length === 0 ? (
        <Notice icon={<RiHistoryLine size={20} />} title="None yet">
          What was planned or imported before is listed here, so that you can go
          on with it.
        </Notice>
      ) : (
        <ul className={styles.list}>
          {imports.map(run => (
            <li key={run.id} className={styles.row}>
              <span className={styles.what}>
                <strong>{run.organisation}</strong> on {run.host}
              </span>
              <span className={styles.state}>
                {statusWords(run)}
                {run.total > 0 && `, ${run.done} of ${run.total}`}
                {run.mode === undefined &&
                  run.status === 'planned' &&
                  `, ${plural(
                    run.counts.inferable,
                    'repository',
                    'repositories',
                  )} to make`}
              </span>
              <time dateTime={run.createdAt} className={styles.when}>
                {new Date(run.createdAt).toLocaleString()}
              </time>
              <Button
                size="small"
                variant="secondary"
                aria-label={`Open the plan for ${
                  run.organisation
                } of ${new Date(run.createdAt).toLocaleString()}`}
                onPress={() => onOpen(run.id)}
              >
                Open
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
