export interface Config {
  avatars?: {
    /**
     * Whether pages show the pictures of users and groups that lie on other hosts. Without them they show initials.
     * Default: true.
     *
     * @visibility frontend
     */
    enabled?: boolean;
  };
}
