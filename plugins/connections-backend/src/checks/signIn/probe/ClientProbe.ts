/** What a provider says of an OAuth client without anybody signing in. */
export interface ClientProbe {
  /** `untold`: it does not say before somebody signs in. */
  secret: 'accepted' | 'rejected' | 'untold';
  callback: 'registered' | 'mismatch' | 'untold';
  /** The address that it has instead, where it names one. */
  registered?: string;
  /** The provider's words for what is wrong; no secret. */
  detail?: string;
  /** Why it could not be asked. */
  unreachable?: string;
}
