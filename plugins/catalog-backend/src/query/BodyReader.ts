/** Names one version of one entity's body. */
export type BodyVersion = {
  /** `final_entities.entity_id`, a UUID. */
  entityId: string;
  /** `final_entities.hash`. */
  hash: string;
};

/** Hands out serialised entities: from a bounded cache, else from the database. */
export interface BodyReader {
  /**
   * The bodies in the order asked for. `undefined` where the database has another version by now, or none: then the index is
   * behind, and the caller catches up and asks again. Throws `ServiceUnavailableError` when a body is not cached and the
   * database does not answer.
   */
  read(versions: readonly BodyVersion[]): Promise<(string | undefined)[]>;
}
