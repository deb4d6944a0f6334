import type { ReactNode } from 'react';
import { Ago } from '@callboard/page-parts';
import type { ApiKey } from '@callboard/plugin-access-common';
import { scopeWords } from './parts/scopeWords';
import styles from './KeyFacts.module.css';

/** All that is known of a key. */
export function KeyFacts({ apiKey }: { apiKey: ApiKey }) {
  const { scopes, previousSecretUntil, revokedBy } = apiKey;
  const time = (at?: string) => at && <Ago at={at} />;
  const facts: [string, ReactNode][] = [
    ['Begins with', <code key="prefix">{apiKey.prefix}</code>],
    ['Owner', apiKey.owner],
    ['Opens', scopeWords(scopes)],
    ['Made', time(apiKey.createdAt)],
    ['Made by', apiKey.createdBy],
    ['Last used', time(apiKey.lastUsedAt) ?? 'never'],
    ['Rotated', time(apiKey.rotatedAt)],
    [
      'Secret before',
      previousSecretUntil && (
        <>good for now, ends {time(previousSecretUntil)}</>
      ),
    ],
    ['Expires', time(apiKey.expiresAt)],
    ['Revoked', time(apiKey.revokedAt)],
    ['Revoked by', revokedBy],
  ];
  return (
    <dl className={styles.facts}>
      {facts
        .filter(([, value]) => value)
        .map(([name, value]) => (
          <div key={name} className={styles.fact}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
