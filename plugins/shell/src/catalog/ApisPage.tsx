import { CatalogPage } from './CatalogPage';
import { FacetFilter } from './FacetFilter';
import { OwnFilter } from './OwnFilter';

const filters = [
  <OwnFilter key="own" />,
  <FacetFilter key="type" facet="type" />,
  <FacetFilter key="owner" facet="owners" />,
  <FacetFilter key="lifecycle" facet="lifecycles" />,
  <FacetFilter key="tag" facet="tags" />,
];

export function ApisPage() {
  return <CatalogPage title="APIs" kind="api" filters={filters} />;
}
