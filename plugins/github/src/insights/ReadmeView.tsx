import type { Readme } from '@callboard/plugin-github-common';
import { OutLink } from '@callboard/page-parts';
import styles from './ReadmeView.module.css';

/** A README as the portal's backend rendered it: without scripts, styles and forms, its links leading to GitHub. */
export function ReadmeView(props: { readme: Readme }) {
  const { html, url } = props.readme;
  return (
    <div className={styles.readme}>
      {/* What may be in it is decided where it is made, and nowhere else: `Readme.html` is safe by its contract. */}
      {/* eslint-disable-next-line react/no-danger */}
      <div className={styles.text} dangerouslySetInnerHTML={{ __html: html }} />
      <p className={styles.source}>
        <OutLink href={url}>At GitHub</OutLink>
      </p>
    </div>
  );
}
