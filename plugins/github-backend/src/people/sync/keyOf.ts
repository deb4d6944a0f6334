import { lowerKey } from '../../store/lowerKey';

/** One text for an organisation of a host. */
export function keyOf(options: { host: string; organisation: string }): string {
  return `${options.host}/${lowerKey(options.organisation)}`;
}
