import { useId, useState } from 'react';
import { Button } from '@backstage/ui';
import { Disclosure, MiddleTruncated, StatusIcon } from '@callboard/page-parts';
import type {
  InstallationFacts,
  PermissionComparison,
} from '@callboard/plugin-connections-common';
import { WordList } from '../WordList';
import { InstallationDetails } from './InstallationDetails';
import { installationVerdict } from './installationVerdict';
import { repositoriesWords } from './repositoriesWords';
import styles from './InstallationsTable.module.css';

const SHOWN = 10;
const WEIGHT = { fail: 0, warn: 1, running: 2, waiting: 2, off: 2, pass: 3 };

/** Where an App is installed, those with a problem first; each opens in place. */
export function InstallationsTable(props: {
  installations: InstallationFacts[];
  asked: PermissionComparison;
}) {
  const { installations, asked } = props;
  const [isAll, setAll] = useState(false);
  const listId = useId();
  if (installations.length === 0)
    return (
      <p className={styles.none}>
        It is installed nowhere, so it serves no repository yet.
      </p>
    );
  const sorted = installations
    .map(installation => ({
      installation,
      verdict: installationVerdict(installation),
    }))
    .sort(
      (a, b) =>
        WEIGHT[a.verdict.status] - WEIGHT[b.verdict.status] ||
        a.installation.account.localeCompare(b.installation.account),
    );
  const shown = isAll ? sorted : sorted.slice(0, SHOWN);

  return (
    <div className={styles.box}>
      <div id={listId}>
        {shown.map(({ installation, verdict }) => (
          <Disclosure
            key={installation.id}
            summary={
              <span className={styles.columns}>
                <span className={styles.account}>
                  <StatusIcon status={verdict.status} />{' '}
                  <MiddleTruncated text={installation.account} />
                </span>{' '}
                <span className={styles.dim}>
                  {installation.accountType === 'User'
                    ? 'person'
                    : installation.accountType.toLowerCase().replace('z', 's')}
                </span>{' '}
                <span className={styles.dim}>
                  {repositoriesWords(installation)}
                </span>{' '}
                <span className={styles.verdicts}>
                  <WordList words={verdict.words} />
                </span>
              </span>
            }
          >
            <InstallationDetails installation={installation} asked={asked} />
          </Disclosure>
        ))}
      </div>
      {sorted.length > SHOWN && (
        <div className={styles.more}>
          <Button
            size="small"
            variant="tertiary"
            aria-expanded={isAll}
            aria-controls={listId}
            onPress={() => setAll(!isAll)}
          >
            {isAll ? 'Show fewer' : `Show ${sorted.length - SHOWN} more`}
          </Button>
        </div>
      )}
    </div>
  );
}
