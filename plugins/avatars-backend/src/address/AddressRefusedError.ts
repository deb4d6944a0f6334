/**
 * The address of a host is not one that the portal dials. The message leaves the address out: it reaches people who
 * may not know the network inside.
 */
export class AddressRefusedError extends Error {
  constructor(host: string) {
    super(
      `the host ${host} has no public address; an operator can list it in avatars.allowedHosts`,
    );
    this.name = 'AddressRefusedError';
  }
}
