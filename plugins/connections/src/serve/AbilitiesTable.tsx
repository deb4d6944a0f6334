import { OutLink } from '@callboard/page-parts';
import type { ServeAnswer } from '@callboard/plugin-connections-common';
import { StatusWords } from '../parts/StatusWords';
import table from '../parts/Table.module.css';
import styles from './AbilitiesTable.module.css';

/** What the serving credential can and cannot do, why, and where to change it. */
export function AbilitiesTable(props: { abilities: ServeAnswer['abilities'] }) {
  return (
    <table className={`${table.table} ${table.inset}`}>
      <thead>
        <tr>
          <th scope="col" className={styles.ability}>
            Ability
          </th>
          <th scope="col" className={styles.can}>
            Can it?
          </th>
          <th scope="col">Because</th>
        </tr>
      </thead>
      <tbody>
        {props.abilities.map(({ ability, can, needed, because, link }) => (
          <tr key={ability}>
            <th scope="row" className={table.wraps}>
              {ability.charAt(0).toLocaleUpperCase('en') + ability.slice(1)}
            </th>
            <td>
              {can || needed !== false ? (
                <StatusWords status={can ? 'pass' : 'fail'}>
                  {can ? 'Can' : 'Cannot'}
                </StatusWords>
              ) : (
                <StatusWords status="off">Not needed</StatusWords>
              )}
            </td>
            <td className={table.wraps}>
              {because}{' '}
              {link && (can || needed !== false) && (
                <OutLink href={link}>
                  {can ? 'See it at GitHub' : 'Grant it at GitHub'}
                </OutLink>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
