import { Select } from '@backstage/ui';
import { fieldClass } from '@callboard/page-parts';
import type { TraceItem } from '@callboard/plugin-connections-common';
import { credentialName } from '../hosts/credentialNames';
import { useOverview } from '../page/OverviewContext';
import styles from './TraceFilters.module.css';

export interface TraceFilter {
  host?: string;
  plugin?: string;
  credentialId?: string;
}

const ALL = 'all';

/** What can be chosen is what is configured, and what was seen. */
export function TraceFilters(props: {
  filter: TraceFilter;
  items: TraceItem[];
  onChange(filter: TraceFilter): void;
}) {
  const { filter, items, onChange } = props;
  const { hosts } = useOverview().overview;
  // Another name of a host is there to choose only once calls went to it.
  const own = hosts.filter(({ aliasOf }) => !aliasOf);
  const spenders = hosts.flatMap(host => host.spenders);
  const choices = {
    host: distinct([
      ...own.map(({ host }) => host),
      ...items.map(({ host }) => host),
      filter.host,
    ]),
    plugin: distinct([
      ...spenders.map(({ plugin }) => plugin),
      ...items.map(({ plugin }) => plugin),
      filter.plugin,
    ]),
    credentialId: distinct([
      ...own.flatMap(({ apps, tokens }) =>
        [...apps, ...tokens].map(({ credentialId }) => credentialId),
      ),
      ...items.map(({ credentialId }) => credentialId),
      filter.credentialId,
    ]),
  };
  const select = (
    key: keyof TraceFilter,
    label: string,
    all: string,
    nameOf: (id: string) => string = id => id,
  ) => (
    <Select
      label={label}
      size="small"
      className={`${fieldClass} ${styles.select}`}
      options={[
        { id: ALL, label: all },
        ...choices[key].map(id => ({ id, label: nameOf(id) })),
      ]}
      value={filter[key] ?? ALL}
      onChange={value =>
        onChange({
          ...filter,
          [key]: value === ALL ? undefined : String(value),
        })
      }
    />
  );

  return (
    <div className={styles.filters}>
      {select('host', 'Host', 'All hosts')}
      {select('plugin', 'Plugin', 'All plugins')}
      {select('credentialId', 'Credential', 'All credentials', id =>
        credentialName(id, hosts),
      )}
    </div>
  );
}

function distinct(values: Array<string | undefined>): string[] {
  return [...new Set(values.filter((v): v is string => Boolean(v)))].sort();
}
