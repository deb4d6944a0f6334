/** What the locations have to know of the entities in the catalog. */
export interface EntityLocations {
  /** The origin location of an entity, `type:target`; `undefined` when there is no such entity. */
  originLocationOf(entityRef: string): string | undefined;
  /**
   * The refs of the entities whose location or origin location, `type:target`, is one of `refs` or begins with one of `prefixes`.
   * Upper and lower case count as the same.
   */
  entitiesAt(options: { refs?: string[]; prefixes?: string[] }): string[];
}
