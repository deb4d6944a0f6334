import { type ShownStatus, StatusIcon } from '@callboard/page-parts';
import type { TokenFacts } from '@callboard/plugin-connections-common';
import { Part } from '../../parts/Part';
import styles from './ScopeList.module.css';

/** The scopes of a classic token: what is missing first, then what nothing needs. */
export function ScopeList(props: { token: TokenFacts }) {
  const { scopes, scopesMissing, scopesNeedless, scopesNeeded } = props.token;
  if (!scopes) {
    return (
      <Part title="Scopes">
        <p className={styles.note}>
          GitHub tells scopes only of classic tokens. What this one may is tried
          out by the tests.
        </p>
      </Part>
    );
  }
  const needless = new Set(scopesNeedless);
  const rows: Array<{ scope: string; status: ShownStatus; word: string }> = [
    ...scopesMissing.map(scope => ({
      scope,
      status: 'fail' as const,
      word: 'missing',
    })),
    ...scopesNeedless.map(scope => ({
      scope,
      status: 'warn' as const,
      word: 'needless',
    })),
    ...scopes
      .filter(scope => !needless.has(scope))
      .map(scope => ({ scope, status: 'pass' as const, word: 'needed' })),
  ];
  return (
    <Part title="Scopes">
      <ul className={styles.scopes}>
        {rows.map(({ scope, status, word }) => (
          <li key={`${scope} ${word}`} className={styles.scope}>
            <StatusIcon status={status} word="" size={14} />
            <code>{scope}</code>
            <span className={styles.word}>{word}</span>
          </li>
        ))}
      </ul>
      <p className={styles.note}>
        {scopesNeeded.length > 0
          ? `What is switched on needs: ${scopesNeeded.join(', ')}.`
          : 'Nothing that is switched on needs a scope.'}
      </p>
    </Part>
  );
}
