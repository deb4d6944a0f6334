const PREFIX = 'external:api-key:';

/** How the portal names the service that comes with a key. */
export function subjectOfKey(options: { id: string }): string {
  return `${PREFIX}${options.id}`;
}

/** The id of the key with which a service came; `undefined` for other services. */
export function keyOfSubject(options: { subject: string }): string | undefined {
  const { subject } = options;
  return subject.startsWith(PREFIX) ? subject.slice(PREFIX.length) : undefined;
}
