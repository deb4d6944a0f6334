import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { RunQuery } from '../activity/api/ActivityApi';

/** What of the tab the address holds, so that a link leads to the very line of a log. */
export interface CiAddress extends RunQuery {
  run?: number;
  attempt?: number;
  job?: number;
  line?: number;
  /** Opens the form that starts this workflow; `any`: one of those that can be started, to be chosen. */
  start?: number | 'any';
}

const NUMBERS = [
  'workflow',
  'page',
  'run',
  'attempt',
  'job',
  'line',
  'start',
] as const;
const WORDS = ['branch', 'event', 'status'] as const;

/** The address's part of the tab, and how to change it. What is undefined goes; other parameters stay. */
export function useCiAddress(): {
  address: CiAddress;
  /** `replace` leaves no step to go back to. */
  change(changes: CiAddress, options?: { replace?: boolean }): void;
} {
  const [search, setSearch] = useSearchParams();
  const address = useMemo(() => readCiAddress(search), [search]);
  const change = useCallback(
    (changes: CiAddress, options?: { replace?: boolean }) =>
      setSearch(current => {
        const next = new URLSearchParams(current);
        for (const [key, value] of Object.entries(changes)) {
          if (value === undefined || value === '') next.delete(key);
          else next.set(key, String(value));
        }
        return next;
      }, options),
    [setSearch],
  );
  return { address, change };
}

/** Numbers that are none are left out. */
export function readCiAddress(search: URLSearchParams): CiAddress {
  const address: CiAddress = {};
  for (const key of NUMBERS) {
    const value = search.get(key);
    if (value && /^[1-9]\d{0,15}$/.test(value)) address[key] = Number(value);
  }
  if (search.get('start') === 'any') address.start = 'any';
  for (const key of WORDS) {
    const value = search.get(key);
    if (value) address[key] = value;
  }
  return address;
}
