import { useState } from 'react';
import { Button } from '@backstage/ui';
import { Ago, Disclosure, MiddleTruncated } from '@callboard/page-parts';
import type { ApiKey } from '@callboard/plugin-access-common';
import { RevokeDialog } from './dialogs/RevokeDialog';
import { RotateDialog } from './dialogs/RotateDialog';
import { KeyFacts } from './KeyFacts';
import { KeyStatusWords } from './parts/KeyStatusWords';
import { scopeWords } from './parts/scopeWords';
import styles from './KeyRow.module.css';

/** A key on one line; all of it, and what can be done with it, below. */
export function KeyRow(props: {
  apiKey: ApiKey;
  mayManage: boolean;
  /** It has changed. */
  refresh(): void;
}) {
  const { apiKey, mayManage, refresh } = props;
  const { name, scopes, state, lastUsedAt } = apiKey;
  const [dialog, setDialog] = useState<'rotate' | 'revoke'>();
  const close = () => setDialog(undefined);
  const opens = scopeWords(scopes);
  return (
    <>
      <Disclosure
        summary={
          <span className={styles.summary}>
            <MiddleTruncated text={name} />
            <span className={styles.opens} title={opens}>
              {opens}
            </span>
            <span className={styles.used}>
              {lastUsedAt ? (
                <>
                  Used <Ago at={lastUsedAt} />
                </>
              ) : (
                'Not used'
              )}
            </span>
            <KeyStatusWords apiKey={apiKey} />
          </span>
        }
      >
        <div className={styles.detail}>
          <KeyFacts apiKey={apiKey} />
          {mayManage && state !== 'revoked' && (
            <div className={styles.actions}>
              {state === 'active' && (
                <Button
                  size="small"
                  variant="secondary"
                  aria-label={`Rotate ${name}`}
                  onPress={() => setDialog('rotate')}
                >
                  Rotate
                </Button>
              )}
              <Button
                size="small"
                variant="secondary"
                destructive
                aria-label={`Revoke ${name}`}
                onPress={() => setDialog('revoke')}
              >
                Revoke
              </Button>
            </div>
          )}
        </div>
      </Disclosure>
      {dialog === 'rotate' && (
        <RotateDialog apiKey={apiKey} onDone={refresh} onClose={close} />
      )}
      {dialog === 'revoke' && (
        <RevokeDialog apiKey={apiKey} onDone={refresh} onClose={close} />
      )}
    </>
  );
}
