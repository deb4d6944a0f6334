import {
  discoveryApiRef,
  type IdentityApi,
  useApi,
} from '@backstage/core-plugin-api';
import { Button, PasswordField, TextField } from '@backstage/ui';
import { type FormEvent, useState } from 'react';
import styles from '../SignInPage.module.css';
import { LdapIdentity } from './LdapIdentity';
import { LdapSignInError } from './LdapSignInError';

/** User name and password of a directory. */
export function LdapForm(props: {
  onSuccess(identity: IdentityApi): void;
  onProblem(message: string | undefined): void;
}) {
  const { onSuccess, onProblem } = props;
  const discoveryApi = useApi(discoveryApiRef);
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [isBusy, setBusy] = useState(false);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const focus = (name: string) =>
      form.querySelector<HTMLInputElement>(`[name=${name}]`)?.focus();
    if (!username.trim() || !password) {
      focus(username.trim() ? 'password' : 'username');
      return;
    }
    onProblem(undefined);
    setBusy(true);
    try {
      onSuccess(
        await LdapIdentity.create({
          discoveryApi,
          credentials: { username, password },
        }),
      );
    } catch (error) {
      onProblem(
        error instanceof LdapSignInError
          ? error.message
          : 'The portal does not answer. Is it running?',
      );
      setBusy(false);
      // The user name is seldom what was wrong.
      setPassword('');
      focus('password');
    }
  };

  return (
    <form className={styles.form} onSubmit={submit}>
      <TextField
        name="username"
        label="User name"
        autoComplete="username"
        spellCheck="false"
        value={username}
        onChange={setUsername}
        // eslint-disable-next-line jsx-a11y/no-autofocus -- the page has nothing else to do than to take the name
        // eslint-disable-next-line jsx-a11y/no-autofocus -- there is nothing else to do on this page
        autoFocus
      />
      <PasswordField
        name="password"
        label="Password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
      <Button type="submit" variant="primary" loading={isBusy}>
        Sign in
      </Button>
    </form>
  );
}
