import { Link } from '@backstage/ui';
import { Notice } from '@callboard/page-parts';
import { RiGroupLine } from '@remixicon/react';

/** What stands in the panel where nothing brings users and groups. */
export function NoSources() {
  return (
    <Notice
      icon={<RiGroupLine size={20} />}
      title="No source of users and groups is configured"
      action={<Link href="/connections">What the portal is connected to</Link>}
    >
      Name an identity preset (<code>github-auth</code>, <code>ghe-auth</code>,{' '}
      <code>gitlab</code>, <code>azure-auth</code>, <code>keycloak</code>,{' '}
      <code>ldap</code>), or an entry below <code>catalog.providers</code>:{' '}
      <code>githubOrg</code>, <code>gitlab</code> with <code>orgEnabled</code>,{' '}
      <code>microsoftGraphOrg</code>, <code>keycloakOrg</code> or{' '}
      <code>ldapOrg</code>. People from files are in the catalog, and not here.
    </Notice>
  );
}
