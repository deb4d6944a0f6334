/** A wiki's git repository, and who asks for it. */
export interface WikiRemote {
  /** `https://github.com/acme/shop.wiki.git`, without a credential. */
  url: string;
  /** Undefined: nobody's, which is enough for a public repository. */
  token?: string;
  signal?: AbortSignal;
}
