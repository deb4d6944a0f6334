export interface Config {
  /** Pictures of users and groups, fetched and cached by the portal. */
  avatars?: {
    /** Whether pictures are fetched at all. Without them the pages show initials. Default: true. */
    enabled?: boolean;
    /**
     * Hosts, as `host` or `host:port`, that may have a private address or an unusual port, such as a GitHub Enterprise
     * server on premises. Every other host must have a public address and the default port.
     */
    allowedHosts?: string[];
  };
}
