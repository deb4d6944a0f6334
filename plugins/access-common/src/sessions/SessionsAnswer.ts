/** Somebody whose token was honoured lately. */
export interface PersonWithSession {
  /** An entity reference such as `user:default/olivia`. */
  userEntityRef: string;
  /** ISO 8601, to the minute or so. */
  lastSeenAt: string;
  /** Whether the person's User entity has gone, but so have those of many others, so that it may be a failed sync. */
  isHeld: boolean;
}

/** What `GET /api/access/sessions` answers. */
export interface SessionsAnswer {
  /** The latest first. */
  people: PersonWithSession[];
  mayManage: boolean;
}
