/** What a portal knows of one action: enough to tell which inputs it takes. */
export type KnownAction = {
  /** Names of the inputs. Undefined: any. */
  inputs?: readonly string[];
  required?: readonly string[];
};

/** The actions of a portal, by id. */
export type KnownActions = ReadonlyMap<string, KnownAction>;
