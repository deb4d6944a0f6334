import { useEffect, useState } from 'react';
import { SearchField, Select } from '@backstage/ui';
import { fieldClass } from '@callboard/page-parts';
import type { CiAddress } from '../useCiAddress';
import styles from './RunFilter.module.css';

const ALL = 'all';
/** As GitHub takes them in `status`, which is a status or a conclusion. */
const STATUSES = {
  success: 'Succeeded',
  failure: 'Failed',
  in_progress: 'Running',
  queued: 'Queued',
  cancelled: 'Cancelled',
};
const EVENTS = {
  push: 'Push',
  pull_request: 'Pull request',
  schedule: 'Schedule',
  workflow_dispatch: 'By hand',
  release: 'Release',
};
const AFTER_MS = 400;

/** Narrows the runs by branch, status and what started them. */
export function RunFilter(props: {
  address: CiAddress;
  onChange(changes: CiAddress, options?: { replace?: boolean }): void;
}) {
  const { address, onChange } = props;
  const [branch, setBranch] = useState(address.branch ?? '');
  useEffect(() => setBranch(address.branch ?? ''), [address.branch]);
  useEffect(() => {
    if (branch === (address.branch ?? '')) return undefined;
    // Not a request for each letter.
    const timer = setTimeout(
      () => onChange({ branch, page: undefined }, { replace: true }),
      AFTER_MS,
    );
    return () => clearTimeout(timer);
  }, [branch, address.branch, onChange]);
  const select = (
    key: 'status' | 'event',
    label: string,
    all: string,
    titles: Record<string, string>,
  ) => {
    const value = address[key];
    return (
      <Select
        aria-label={label}
        size="small"
        className={`${fieldClass} ${styles.select}`}
        options={[
          { id: ALL, label: all },
          ...Object.entries(titles).map(([id, title]) => ({
            id,
            label: title,
          })),
          // An address may name what the list has not.
          ...(value && !Object.hasOwn(titles, value)
            ? [{ id: value, label: value }]
            : []),
        ]}
        value={value ?? ALL}
        onChange={next =>
          onChange({
            [key]: next === ALL ? undefined : String(next),
            page: undefined,
          })
        }
      />
    );
  };
  return (
    <div className={styles.filter}>
      <SearchField
        aria-label="Branch"
        placeholder="Branch"
        size="small"
        className={`${fieldClass} ${styles.search}`}
        value={branch}
        onChange={setBranch}
      />
      {select('status', 'Status', 'Any status', STATUSES)}
      {select('event', 'Started by', 'Any start', EVENTS)}
    </div>
  );
}
