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
import { causeOf, fieldClass, useAction } from '@callboard/page-parts';
import type { RunNeed } from '@callboard/plugin-scaffolder-common';
import { runsApiRef } from '../api/RunsApi';
import styles from '../run/RunDialog.module.css';

/** Runs a run again from the step that failed. What was secret has not been kept, so it is asked for; it stays in this dialog. */
export function RetryDialog(props: {
  taskId: string;
  /** The name of the step it begins with. */
  step?: string;
  needs: RunNeed[];
  onClose(): void;
  onRetried(): void;
}) {
  const { taskId, step, needs, onClose, onRetried } = props;
  const api = useApi(runsApiRef);
  const [secrets, setSecrets] = useState<Record<string, string>>({});
  const retrying = useAction(async () => {
    await api.retry({ taskId, secrets });
    setSecrets({});
    onRetried();
    onClose();
  });
  const isMissing = needs.some(
    need =>
      !secrets[need.name] || !isWritten({ need, value: secrets[need.name] }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // The dialog stands inside the page, whose own forms must not hear of it.
    event.stopPropagation();
    if (!isMissing) retrying.run();
  };
  return (
    <Dialog
      isOpen
      isDismissable={!retrying.isRunning}
      onOpenChange={isOpen => !isOpen && onClose()}
      width="min(520px, calc(100vw - 32px))"
    >
      <form autoComplete="off" onSubmit={submit}>
        <DialogHeader>
          {step ? `Retry from “${step}”?` : 'Retry from the failed step?'}
        </DialogHeader>
        <DialogBody>
          <div className={styles.body}>
            <p className={styles.text}>
              The steps that are done stay done, with what they gave to the
              others.
              {needs.length > 0 &&
                ' Secrets are not kept after a run has ended: give them again.'}
            </p>
            {needs.map((need, index) => {
              const { name, title, format } = need;
              const value = secrets[name] ?? '';
              return (
                <PasswordField
                  key={name}
                  label={title}
                  className={fieldClass}
                  autoComplete="off"
                  // The dialog was opened to fill this in.
                  // eslint-disable-next-line jsx-a11y/no-autofocus
                  autoFocus={index === 0}
                  isRequired
                  isInvalid={value !== '' && !isWritten({ need, value })}
                  description={
                    format === 'json'
                      ? 'It is no text: write it as JSON, such as ["first", "second"].'
                      : undefined
                  }
                  value={value}
                  onChange={typed =>
                    setSecrets(current => ({ ...current, [name]: typed }))
                  }
                />
              );
            })}
            {retrying.error && (
              <p className={styles.error} role="alert">
                {causeOf(retrying.error)}
              </p>
            )}
          </div>
        </DialogBody>
        <DialogFooter>
          <Button
            variant="primary"
            type="submit"
            isDisabled={isMissing}
            isPending={retrying.isRunning}
          >
            Retry
          </Button>
          <Button
            variant="secondary"
            isDisabled={retrying.isRunning}
            onPress={onClose}
          >
            Not now
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}

/** Whether a value is written as it is needed; a text always is. */
function isWritten(options: { need: RunNeed; value: string }): boolean {
  const { need, value } = options;
  if (need.format !== 'json') return true;
  try {
    JSON.parse(value);
    return true;
  } catch {
    return false;
  }
}
