import { useState, type FormEvent } from 'react';
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
import { fieldClass, useAction } from '@callboard/page-parts';
import type { RoleRow } from '@callboard/plugin-access-common';
import { permissionsApiRef } from '../api/PermissionsApi';
import { Failure } from './Failure';
import styles from './Dialogs.module.css';

/** Gives a role to a user or a group of the catalog. */
export function AssignDialog(props: {
  roles: RoleRow[];
  onDone(): void;
  onClose(): void;
}) {
  const { roles, onDone, onClose } = props;
  const api = useApi(permissionsApiRef);
  const [role, setRole] = useState('');
  const [member, setMember] = useState('');
  const assignment = useAction(async () => {
    await api.assign({ role, member: member.trim() });
    onDone();
    onClose();
  });
  const isComplete = Boolean(role && member.trim());
  return (
    <Dialog
      isOpen
      isDismissable={!assignment.isRunning}
      onOpenChange={isOpen => !isOpen && onClose()}
      width="min(480px, calc(100vw - 32px))"
    >
      <DialogHeader>Give a role</DialogHeader>
      <form
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          if (isComplete) assignment.run();
        }}
      >
        <DialogBody>
          <div className={styles.body}>
            <TextField
              className={fieldClass}
              label="User or group"
              description="As user:default/jane or group:default/platform. Members of a group below it do not have the role."
              // The dialog was opened to fill this in.
              // eslint-disable-next-line jsx-a11y/no-autofocus
              autoFocus
              value={member}
              onChange={setMember}
              isRequired
            />
            <Select
              className={fieldClass}
              label="Role"
              options={roles.map(({ name }) => ({ id: name, label: name }))}
              value={role || null}
              onChange={id => setRole(String(id ?? ''))}
              isRequired
            />
            <p>{roles.find(({ name }) => name === role)?.description}</p>
            <Failure what="The role was not given." error={assignment.error} />
          </div>
        </DialogBody>
        <DialogFooter>
          <Button
            type="submit"
            variant="primary"
            isPending={assignment.isRunning}
            isDisabled={!isComplete}
          >
            Give
          </Button>
          <Button
            variant="secondary"
            isDisabled={assignment.isRunning}
            onPress={onClose}
          >
            Cancel
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
