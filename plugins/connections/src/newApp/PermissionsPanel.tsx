import { RiShieldLine } from '@remixicon/react';
import { Disclosure, Notice, Panel } from '@callboard/page-parts';
import table from '../parts/Table.module.css';
import type { UnionRow } from './permissionUnion';
import styles from './PermissionsPanel.module.css';

const SCOPES: Record<UnionRow['scope'], string> = {
  repository: 'repository',
  organization: 'organisation',
  account: 'account',
};

/** The exact list of permissions that GitHub will be asked for. */
export function PermissionsPanel(props: { rows: UnionRow[] }) {
  const { rows } = props;
  return (
    <Panel title="Permissions it gets" count={rows.length}>
      <div aria-live="polite">
        {rows.length === 0 ? (
          <Notice icon={<RiShieldLine size={20} />} title="None">
            Choose what the App is for.
          </Notice>
        ) : (
          <Disclosure
            isOpenAtFirst={hasRoomBeside()}
            summary={<span className={styles.words}>{inWords(rows)}</span>}
          >
            <table className={table.table}>
              <thead>
                <tr>
                  <th scope="col">Permission</th>
                  <th scope="col" className={styles.level}>
                    Level
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map(({ permission, title, scope, level, neededBy }) => (
                  <tr
                    key={`${scope} ${permission}`}
                    title={neededBy.join(', ')}
                  >
                    <th scope="row">
                      {title} <span className={table.dim}>{SCOPES[scope]}</span>
                    </th>
                    <td>{level}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Disclosure>
        )}
      </div>
    </Panel>
  );
}

/** `2 read, 1 write`: the list itself opens below. */
function inWords(rows: UnionRow[]): string {
  return (['read', 'write', 'admin'] as const)
    .map(level => ({
      level,
      count: rows.filter(row => row.level === level).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ level, count }) => `${count} ${level}`)
    .join(', ');
}

/** Beside the form the list takes no room from it; below, it would push the button away. */
function hasRoomBeside(): boolean {
  return window.matchMedia?.('(min-width: 960px)').matches ?? true;
}
