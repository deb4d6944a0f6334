import { Ago, MiddleTruncated, Panel } from '@callboard/page-parts';
import type { SystemFacts } from '@callboard/plugin-connections-common';
import { None } from '../parts/None';
import { StatusWords } from '../parts/StatusWords';
import table from '../parts/Table.module.css';
import styles from './SystemsPanel.module.css';

/** What the portal is connected to besides GitHub, one thing a row. */
export function SystemsPanel(props: { systems: SystemFacts[] }) {
  return (
    <Panel title="Other systems" count={props.systems.length}>
      <table className={`${table.table} ${table.inset}`}>
        <thead>
          <tr>
            <th scope="col" className={styles.title}>
              System
            </th>
            <th scope="col" className={styles.state}>
              State
            </th>
            <th scope="col" className={table.wide}>
              Target
            </th>
            <th scope="col" className={table.medium}>
              Credential
            </th>
            <th scope="col" className={`${table.wide} ${styles.expires}`}>
              Expires
            </th>
            <th
              scope="col"
              className={`${table.number} ${table.medium} ${styles.latency}`}
            >
              Answers in
            </th>
          </tr>
        </thead>
        <tbody>
          {props.systems.map(system => (
            <SystemRow key={system.id} system={system} />
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function SystemRow(props: { system: SystemFacts }) {
  const { title, target, configKey, credential, status, detail, latencyMs } =
    props.system;
  return (
    <tr>
      <th scope="row" title={`${title}, from ${configKey}`}>
        {title}
      </th>
      <td title={detail}>
        <StatusWords status={status}>{detail}</StatusWords>
      </td>
      <td className={table.wide}>
        <MiddleTruncated text={target} />
      </td>
      <td className={table.medium} title={credential.type}>
        {credential.type}
      </td>
      <td className={table.wide}>
        {credential.expiresAt ? (
          <Ago at={credential.expiresAt} />
        ) : (
          <None word="not known" />
        )}
      </td>
      <td className={`${table.number} ${table.medium}`}>
        {latencyMs === undefined ? (
          <None word="no answer" />
        ) : (
          `${Math.round(latencyMs)} ms`
        )}
      </td>
    </tr>
  );
}
