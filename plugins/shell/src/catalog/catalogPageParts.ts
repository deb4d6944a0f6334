export { ApisPage } from './ApisPage';
export { CatalogPage } from './CatalogPage';
export { FacetFilter } from './FacetFilter';
export { KindTabs } from './KindTabs';
export { OrphanFilter } from './OrphanFilter';
export { OwnFilter } from './OwnFilter';
