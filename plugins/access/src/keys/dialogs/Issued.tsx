import { Ago } from '@callboard/page-parts';
import type { IssuedKey } from '@callboard/plugin-access-common';
import { discoveryApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useEffect, useState } from 'react';
import { CopyText } from '../parts/CopyText';
import { scopeWords } from '../parts/scopeWords';
import styles from './Dialogs.module.css';

const FIRST = 'catalog';

/** A key with its secret, and a request to try it with. */
export function Issued(props: { issued: IssuedKey }) {
  const { apiKey, key } = props.issued;
  const { scopes, expiresAt, previousSecretUntil } = apiKey;
  const plugin =
    !scopes.plugins || scopes.plugins.includes(FIRST)
      ? FIRST
      : scopes.plugins[0];
  const base = useBaseUrl(plugin);
  return (
    <div className={styles.body}>
      <p>
        Copy it now: it is shown this once, and the portal keeps only a hash of
        it.
      </p>
      <CopyText label="the key" text={key} />
      {base && (
        <>
          <p>Try it, with the key in the variable CALLBOARD_KEY:</p>
          <CopyText
            label="the command"
            text={`curl -H "Authorization: Bearer $CALLBOARD_KEY" ${base}${
              plugin === FIRST ? '/entities' : ''
            }`}
          />
        </>
      )}
      <p className={styles.note}>
        It opens {scopeWords(scopes)}, and expires <Ago at={expiresAt} />.
        {previousSecretUntil && (
          <>
            {' '}
            The secret before is good until{' '}
            <time dateTime={previousSecretUntil}>
              {new Date(previousSecretUntil).toLocaleString()}
            </time>
            .
          </>
        )}
      </p>
    </div>
  );
}

function useBaseUrl(plugin: string): string | undefined {
  const discovery = useApi(discoveryApiRef);
  const [base, setBase] = useState<string>();
  useEffect(() => {
    let isGone = false;
    discovery.getBaseUrl(plugin).then(
      url => !isGone && setBase(new URL(url, window.location.href).href),
      // Without an address there is a key, and no example.
      () => {},
    );
    return () => {
      isGone = true;
    };
  }, [discovery, plugin]);
  return base;
}
