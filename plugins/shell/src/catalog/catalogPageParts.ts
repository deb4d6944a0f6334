export { ApisPage } from './ApisPage';
export { CatalogPage } from './CatalogPage';
export { FacetFilter } from './FacetFilter';
export { KindTabs } from './KindTabs';
export { OwnFilter } from './OwnFilter';
