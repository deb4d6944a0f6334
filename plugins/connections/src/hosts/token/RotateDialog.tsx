import { useState, type FormEvent } from 'react';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  PasswordField,
} from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  causeOf,
  fieldClass,
  statusOf,
  useAction,
} from '@callboard/page-parts';
import type { TokenFacts } from '@callboard/plugin-connections-common';
import { connectionsApiRef } from '../../api/ConnectionsApi';
import { useOverview } from '../../page/OverviewContext';
import { StatusWords } from '../../parts/StatusWords';
import { tokenName } from '../credentialNames';
import { RotationDone } from './RotationDone';
import styles from './RotateDialog.module.css';

/** Takes the second token, has it tested and put in the first one's place, and says when the first can go. */
export function RotateDialog(props: {
  token: TokenFacts;
  host: string;
  replaces?: string;
  onClose(): void;
}) {
  const { token, host, replaces, onClose } = props;
  const api = useApi(connectionsApiRef);
  const { refresh } = useOverview();
  const [secret, setSecret] = useState('');
  const rotation = useAction(async () => {
    const result = await api.rotate({ host, token: secret.trim(), replaces });
    setSecret('');
    refresh();
    return result;
  });

  return (
    <Dialog
      isOpen
      isDismissable={!rotation.isRunning}
      onOpenChange={isOpen => !isOpen && onClose()}
      width="min(560px, calc(100vw - 32px))"
    >
      <DialogHeader>
        {`Rotate ${tokenName(token)}${token.owner ? ` of ${token.owner}` : ''}`}
      </DialogHeader>
      {rotation.result ? (
        <>
          <DialogBody>
            <RotationDone result={rotation.result} />
          </DialogBody>
          <DialogFooter>
            <Button variant="primary" onPress={onClose}>
              Close
            </Button>
          </DialogFooter>
        </>
      ) : (
        <form
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            if (secret.trim()) rotation.run();
          }}
        >
          <DialogBody>
            <div className={styles.body}>
              <p className={styles.text}>
                Create a second token at {host} with the same rights, and paste
                it here. It is tested first; only a good one takes the place of
                the old one, at once and without a restart. The old one goes on
                working until you delete it at GitHub.
              </p>
              <PasswordField
                label="The second token"
                className={fieldClass}
                autoComplete="off"
                // The dialog was opened to fill this in.
                // eslint-disable-next-line jsx-a11y/no-autofocus
                autoFocus
                value={secret}
                onChange={setSecret}
                isRequired
              />
              <div aria-live="assertive">
                {rotation.error && (
                  <div className={styles.error} role="alert">
                    <StatusWords status="fail">
                      {statusOf(rotation.error) === 409
                        ? 'The token was not taken. The old one stays in use.'
                        : 'Nothing was changed.'}
                    </StatusWords>
                    <p className={styles.text}>{causeOf(rotation.error)}</p>
                  </div>
                )}
              </div>
            </div>
          </DialogBody>
          <DialogFooter>
            <Button
              type="submit"
              variant="primary"
              isPending={rotation.isRunning}
              isDisabled={!secret.trim()}
            >
              Test and switch
            </Button>
            <Button
              variant="secondary"
              isDisabled={rotation.isRunning}
              onPress={onClose}
            >
              Cancel
            </Button>
          </DialogFooter>
        </form>
      )}
    </Dialog>
  );
}
