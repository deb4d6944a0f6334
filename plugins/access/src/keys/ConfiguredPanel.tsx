import { Panel } from '@callboard/page-parts';
import type { ConfiguredKey } from '@callboard/plugin-access-common';
import styles from './ConfiguredPanel.module.css';

/** What the configuration lets in: it is changed there, and told here. */
export function ConfiguredPanel(props: { configured: ConfiguredKey[] }) {
  const { configured } = props;
  return (
    <Panel title="In the configuration" count={configured.length}>
      <p className={styles.note}>
        These are changed in the configuration. Those named{' '}
        <code>callboard-…</code> are the portal&apos;s own commands on its
        machine.
      </p>
      <ul className={styles.rows}>
        {configured.map(({ path, subject, type, description, plugins }) => (
          <li key={path} className={styles.row}>
            <span className={styles.subject} title={description ?? subject}>
              {subject}
            </span>
            <span className={styles.opens}>
              {plugins?.join(', ') ?? 'everything'}
            </span>
            <span className={styles.path} title={`${type}, ${path}`}>
              {path}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
