import type {
  RunCause,
  RunCauseCode,
} from '@callboard/plugin-scaffolder-common';
import styles from './CauseDetail.module.css';

/** Whose words they are, where that is certain. */
const SAID: Partial<Record<RunCauseCode, string>> = {
  'permission-missing': 'What GitHub said',
  'name-taken': 'What GitHub said',
  'push-rejected': 'What GitHub said',
  'catalog-refused': 'What the catalog said',
};

/** The sentence of these says that something is wrong, and the other side says what. */
const OPEN = new Set<RunCauseCode>([
  'unknown',
  'invalid-input',
  'catalog-refused',
]);

/** What the other side said, folded where the sentence above says it already; nothing where it says no more than that. */
export function CauseDetail(props: { cause: RunCause }) {
  const { code, title, remedy, detail } = props.cause;
  if (!detail || plain(`${title} ${remedy}`).includes(plain(detail)))
    return null;
  return (
    <details className={styles.details} open={OPEN.has(code)}>
      <summary className={styles.summary}>
        {SAID[code] ?? 'What the step said'}
      </summary>
      <p className={styles.detail}>{detail}</p>
    </details>
  );
}

/** Its words alone, since the same sentence may end or be quoted in another way. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
