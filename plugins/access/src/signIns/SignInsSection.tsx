import { SessionsPanel } from '../sessions/SessionsPanel';
import { FailuresPanel } from './FailuresPanel';

/** Who could not sign in, and why; who has a session. */
export default function SignInsSection() {
  return (
    <>
      <FailuresPanel />
      <SessionsPanel />
    </>
  );
}
