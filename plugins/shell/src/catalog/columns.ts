export type ColumnName =
  | 'name'
  | 'owner'
  | 'system'
  | 'domain'
  | 'type'
  | 'lifecycle'
  | 'target'
  | 'email'
  | 'description';

const DEFAULT: ColumnName[] = [
  'name',
  'owner',
  'system',
  'type',
  'lifecycle',
  'description',
];

const BY_KIND: Record<string, ColumnName[]> = {
  resource: ['name', 'owner', 'system', 'type', 'description'],
  system: ['name', 'owner', 'domain', 'type', 'description'],
  domain: ['name', 'owner', 'type', 'description'],
  group: ['name', 'type', 'description'],
  user: ['name', 'email', 'description'],
  template: ['name', 'owner', 'type', 'description'],
  location: ['name', 'type', 'target'],
};

/** The columns that say something about a kind of entity. */
export const columnsOf = (kind: string) =>
  BY_KIND[kind.toLowerCase()] ?? DEFAULT;

export const columnTitles: Record<ColumnName, string> = {
  name: 'Name',
  owner: 'Owner',
  system: 'System',
  domain: 'Domain',
  type: 'Type',
  lifecycle: 'Lifecycle',
  target: 'Target',
  email: 'Email',
  description: 'Description',
};
