import type { PeopleSource } from '@callboard/plugin-access-common';

/** A source of users and groups that the configuration names. */
export interface ConfiguredSource {
  /** The name of its provider. */
  id: string;
  kind: PeopleSource['kind'];
  title: string;
  configKey: string;
  /** In which it reads: `LdapOrgEntityProvider:default:refresh` of the scheduler of `catalog`. */
  task: { pluginId: 'catalog' | 'github'; id: string };
  /** Of GitHub: what it reads; without organisations all where an App is installed. */
  github?: { host: string; organisations?: string[] };
}
