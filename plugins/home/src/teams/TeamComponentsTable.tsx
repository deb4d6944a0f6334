import { Fragment } from 'react';
import { Link } from '@backstage/ui';
import { MiddleTruncated } from '@callboard/page-parts';
import { KindIcon } from '../entities/KindIcon';
import { refName } from '../entities/entityName';
import type { EntitiesByRef } from '../entities/useEntities';
import { useEntityPath } from '../entities/useEntityPath';
import { moveFocus } from '../panel/Rows';
import { groupByOwner } from './groupByOwner';
import type { TeamComponent } from './useTeamComponents';
import styles from './TeamComponentsTable.module.css';

/** One row per component, under its team when there are several. */
export function TeamComponentsTable(props: {
  components: TeamComponent[];
  /** How many rows are shown. */
  limit: number;
  /** There are more than these, so nobody knows how many each team has. */
  isPartial: boolean;
  userRef?: string;
  entities?: EntitiesByRef;
}) {
  const { components, limit, isPartial, userRef, entities } = props;
  const entityPath = useEntityPath();
  const ownerName = (ref: string) =>
    ref === userRef ? 'Mine alone' : refName(ref, entities);
  const groups = groupByOwner({ components, limit, ownerName });

  return (
    // The links inside take the focus; the table only moves it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <table className={styles.table} onKeyDown={moveFocus}>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col" className={styles.type}>
            Type
          </th>
          <th scope="col" className={styles.lifecycle}>
            Lifecycle
          </th>
          <th scope="col" className={styles.system}>
            System
          </th>
        </tr>
      </thead>
      {groups.map(group => (
        <tbody key={group.ownerRef}>
          <tr className={styles.team}>
            <th scope="rowgroup" colSpan={4}>
              <span className={styles.cell}>
                <KindIcon
                  kind={group.ownerRef === userRef ? 'user' : 'group'}
                  size={14}
                />
                <Link
                  href={entityPath(group.ownerRef)}
                  className={styles.teamLink}
                  standalone
                >
                  {ownerName(group.ownerRef)}
                </Link>
                {!isPartial && (
                  <span className={styles.count}>{group.total}</span>
                )}
              </span>
            </th>
          </tr>
          {group.shown.map(component => (
            <tr key={component.ref} className={styles.row}>
              <td>
                <span className={styles.cell}>
                  <KindIcon kind="component" />
                  <Link
                    href={entityPath(component.ref)}
                    className={styles.name}
                    data-row
                    standalone
                  >
                    <MiddleTruncated text={component.name} />
                  </Link>
                </span>
              </td>
              <td className={styles.type}>{component.type ?? <None />}</td>
              <td>{component.lifecycle ?? <None />}</td>
              <td className={styles.system}>
                {component.systemRef ? (
                  <Link
                    href={entityPath(component.systemRef)}
                    className={styles.systemLink}
                    standalone
                  >
                    <MiddleTruncated
                      text={refName(component.systemRef, entities)}
                    />
                  </Link>
                ) : (
                  <None />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

function None() {
  return (
    <Fragment>
      <span aria-hidden>–</span>
      <span className={styles.hidden}>none</span>
    </Fragment>
  );
}
