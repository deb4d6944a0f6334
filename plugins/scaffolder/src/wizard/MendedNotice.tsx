import { RiAlertLine } from '@remixicon/react';
import { Notice } from '@callboard/page-parts';
import type { MendedField } from './mendManifest';
import styles from './Wizard.module.css';

/** Which fields of a form are drawn otherwise than its template asks, and why. */
export function MendedNotice(props: { mended: MendedField[] }) {
  const { mended } = props;
  if (mended.length === 0) return null;
  return (
    <div role="note" aria-label="Fields that are drawn otherwise">
      <Notice
        icon={<RiAlertLine size={20} />}
        title="The template asks for what this portal does not have"
      >
        <span className={styles.mended}>
          {mended.map(({ path, title, asked }) => (
            <span key={`${path} ${asked.name}`}>
              <strong>{title || path}</strong> asks for the {asked.kind}{' '}
              <code>{asked.name}</code>. Fill it in by hand, or ask who runs the
              portal to add the plugin that brings it.
            </span>
          ))}
        </span>
      </Notice>
    </div>
  );
}
