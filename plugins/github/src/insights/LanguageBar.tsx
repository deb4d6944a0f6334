import type { Insights } from '@callboard/plugin-github-common';
import styles from './LanguageBar.module.css';

const MOST = 6;

/** What the code is written in: a bar, and the shares in words. */
export function LanguageBar(props: { languages: Insights['languages'] }) {
  const { languages } = props;
  if (languages.length === 0)
    return <p className={styles.none}>GitHub sees no code here.</p>;
  const first = languages.slice(0, MOST);
  const rest = languages.slice(MOST).reduce((sum, { share }) => sum + share, 0);
  const shown = [
    ...first,
    ...(rest > 0 ? [{ name: 'Other', share: rest }] : []),
  ];
  return (
    <>
      <div className={styles.bar} aria-hidden>
        {shown.map(({ name, share }, index) => (
          <span
            key={name}
            className={styles.part}
            data-part={index}
            style={{ width: `${share * 100}%` }}
          />
        ))}
      </div>
      <ul className={styles.names}>
        {shown.map(({ name, share }, index) => (
          <li key={name}>
            <span className={styles.dot} data-part={index} aria-hidden />
            {name} <span className={styles.share}>{percent(share)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function percent(share: number): string {
  const rounded = Math.round(share * 1000) / 10;
  return rounded === 0 ? '<0.1%' : `${rounded}%`;
}
