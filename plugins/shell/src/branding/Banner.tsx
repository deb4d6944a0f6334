import { RiCloseLine } from '@remixicon/react';
import { useState } from 'react';
import type { Branding } from './Branding';
import styles from './Banner.module.css';

const DISMISSED_KEY = 'callboard.banner.dismissed';

/** The operator's line above every page. Once dismissed it stays away until its text changes. */
export function Banner(props: { banner: NonNullable<Branding['banner']> }) {
  const { text, severity, link } = props.banner;
  const [dismissed, setDismissed] = useState(() =>
    localStorage.getItem(DISMISSED_KEY),
  );
  if (dismissed === text) return null;
  return (
    <div
      className={styles.banner}
      data-severity={severity}
      role="region"
      aria-label="Announcement"
    >
      <span>
        {text} {link && <a href={link.url}>{link.title}</a>}
      </span>
      <button
        type="button"
        className={styles.close}
        aria-label="Dismiss"
        onClick={() => {
          localStorage.setItem(DISMISSED_KEY, text);
          setDismissed(text);
        }}
      >
        <RiCloseLine size={16} />
      </button>
    </div>
  );
}
