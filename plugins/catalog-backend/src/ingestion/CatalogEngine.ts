import type { PeopleInCatalog } from '@callboard/plugin-access-node';
import type { EntityIndex } from '../index/EntityIndex';
import type { EntitiesCatalog } from '../query/EntitiesCatalog';
import type { Ingestion } from './Ingestion';

/** The engine of one replica: what writes the catalog and what answers from it. */
export interface CatalogEngine {
  readonly ingestion: Ingestion;
  /** Answers without regard to permissions. */
  readonly entitiesCatalog: EntitiesCatalog;
  /** What it knows of the users and groups that providers bring. */
  readonly people: PeopleInCatalog;
  /** The index as of now; the instance may be another one next time. */
  index(): EntityIndex;
  /** Begins to process what is due and to clean up. Reads and mutations work before, and without, that. */
  start(): Promise<void>;
  /** Resolves once nothing is being written any more. */
  stop(): Promise<void>;
}
