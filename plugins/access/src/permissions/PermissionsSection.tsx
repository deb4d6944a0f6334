import { ExplainPanel } from './explain/ExplainPanel';
import { RolesPanel } from './roles/RolesPanel';

/** Why somebody may do something or not, and who has which role. */
export default function PermissionsSection() {
  return (
    <>
      <ExplainPanel />
      <RolesPanel />
    </>
  );
}
