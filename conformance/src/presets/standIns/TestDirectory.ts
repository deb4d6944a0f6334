/** What a directory of the tests holds. */
export interface TestDirectory {
  /** DN under which everything is. */
  suffix: string;
  /** Who may read everything, with `password`. */
  adminDn: string;
  password: string;
  /** Schemas of OpenLDAP's distribution, modules, and further lines of slapd.conf. */
  schemas: string[];
  /** Changes the text of a schema, for what a client may rely on and it lacks. */
  adapt?(schema: { name: string; text: string }): string;
  modules: string[];
  lines: string[];
  /** Lines of slapd.conf after that of the database. */
  overlays: string[];
  /** Entries of the root DSE, and all others, as LDIF. */
  rootDse: string;
  entries: string;
}
