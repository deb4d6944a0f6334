import { useState } from 'react';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Select,
  TextField,
} from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import { causeOf, fieldClass, useAction } from '@callboard/page-parts';
import type {
  EntityRepository,
  Workflow,
} from '@callboard/plugin-github-common';
import { activityApiRef } from '../../activity/api/ActivityApi';
import styles from './DispatchDialog.module.css';
import { DispatchFields } from './DispatchFields';
import { firstValues, sentValues, wrongValues } from './dispatchValues';
import { useDispatchInputs } from './useDispatchInputs';

/** Starts a workflow by hand: on which branch, and with what it asks for there. */
export function DispatchDialog(props: {
  workflow: Workflow;
  repository: EntityRepository;
  entityRef: string;
  /** The workflows that can be started; with more than one, another can be chosen. */
  choices: Workflow[];
  onChoose(workflow: number): void;
  onClose(): void;
  /** GitHub took it, and the dialog is to be closed; the run where it is known. */
  onStarted(run: number | undefined): void;
}) {
  const { workflow, repository, entityRef, choices } = props;
  const { onChoose, onClose, onStarted } = props;
  const api = useApi(activityApiRef);
  const [ref, setRef] = useState(repository.defaultBranch);
  const [given, setGiven] = useState<Record<string, string>>({});
  const [isTried, setTried] = useState(false);
  const asked = useDispatchInputs({ workflow, repository, entityRef, ref });
  const inputs = asked.inputs ?? [];
  const values = { ...firstValues(inputs), ...given };
  const wrong = wrongValues({ inputs, values });
  const starting = useAction(async () => {
    const answer = await api.dispatch({
      entityRef,
      workflow: workflow.id,
      ref: ref.trim(),
      inputs: sentValues({ inputs, values }),
    });
    onStarted(answer?.run);
  });
  const start = () => {
    setTried(true);
    if (Object.keys(wrong).length === 0) starting.run();
  };
  return (
    <Dialog
      isOpen
      isDismissable={!starting.isRunning}
      onOpenChange={isOpen => !isOpen && onClose()}
      width="min(560px, calc(100vw - 32px))"
    >
      <DialogHeader>{`Run ${workflow.name}`}</DialogHeader>
      <DialogBody>
        <div className={styles.body}>
          <p className={styles.note}>
            In {repository.owner}/{repository.name}. GitHub names the portal as
            who started it; the portal’s audit log has your name.
          </p>
          {choices.length > 1 && (
            <Select
              className={fieldClass}
              label="Workflow"
              size="medium"
              options={choices.map(({ id, name }) => ({
                id: String(id),
                label: name,
              }))}
              value={String(workflow.id)}
              onChange={id => id && onChoose(Number(id))}
            />
          )}
          <TextField
            className={fieldClass}
            label="Branch or tag"
            isRequired
            value={ref}
            onChange={setRef}
          />
          <DispatchFields
            asked={asked}
            values={values}
            wrong={isTried ? wrong : {}}
            onChange={(name, value) => setGiven({ ...given, [name]: value })}
          />
          {starting.error && (
            <p className={styles.error} role="alert">
              {causeOf(starting.error)}
            </p>
          )}
        </div>
      </DialogBody>
      <DialogFooter>
        <Button
          variant="primary"
          isDisabled={!ref.trim() || asked.inputs === undefined}
          isPending={starting.isRunning}
          onPress={start}
        >
          Run the workflow
        </Button>
        <Button
          variant="secondary"
          isDisabled={starting.isRunning}
          onPress={onClose}
        >
          Close
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
