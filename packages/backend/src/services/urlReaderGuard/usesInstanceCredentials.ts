/** Hosts whose readers may sign in with the credentials of the machine: S3, CodeCommit, Cloud Storage, Blob Storage, Azure DevOps. */
const CLOUD_HOSTS =
  /(^|\.)(amazonaws\.com|amazonaws\.com\.cn|console\.aws\.amazon\.com|storage\.cloud\.google\.com|blob\.core\.windows\.net|dev\.azure\.com|visualstudio\.com)$/;

/**
 * Whether a URL belongs to a cloud whose reader may ask the metadata service for the credentials of the machine. Such a reading
 * must be able to dial that service. TLS vouches for these hosts, so neither of the attacks concerns them.
 */
export function usesInstanceCredentials(url: string): boolean {
  if (!URL.canParse(url)) {
    return false;
  }
  const { protocol, hostname, port } = new URL(url);
  return protocol === 'https:' && !port && CLOUD_HOSTS.test(hostname);
}
