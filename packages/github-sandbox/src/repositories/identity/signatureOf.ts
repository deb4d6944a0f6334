import type { User } from '../../core/state';
import type { Signature } from '../../git';
import { noreplyEmail } from './noreplyEmail';

/** An account as author or committer of what it does now. */
export function signatureOf(options: { user: User; date: Date }): Signature {
  const { user, date } = options;
  return {
    name: user.name ?? user.login,
    email: user.email ?? noreplyEmail(user),
    date,
  };
}

/** The committer of what people do on the web or through the API without naming one. */
export function webCommitter(options: { date: Date }): Signature {
  return { name: 'GitHub', email: 'noreply@github.com', date: options.date };
}
