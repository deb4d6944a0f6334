/** What the auth plugin has beside the ways to sign in. */
const NO_PROVIDERS = ['.well-known', 'v1'];

/** A step of a sign-in that a session depends on. */
export interface SignInStep {
  /** In lower case: routes do not tell case apart. */
  provider: string;
  /** As the path has it. */
  folder: string;
  what: 'refresh' | 'logout' | 'handler/frame';
}

/** Which step a path in the auth plugin is, in every spelling that its routes take. Nothing for anything else. */
export function stepOf(path: string): SignInStep | undefined {
  const [, folder, what] =
    /^\/+([^/]+)\/+(refresh|logout|handler\/+frame)\/*$/i.exec(path) ?? [];
  if (!folder || NO_PROVIDERS.includes(folder.toLowerCase())) return undefined;
  return {
    provider: folder.toLowerCase(),
    folder,
    what: what.toLowerCase().replace(/\/+/, '/') as SignInStep['what'],
  };
}
