/** How many entities of each kind a catalog has. */
export interface CatalogPlan {
  groups: number;
  users: number;
  domains: number;
  systems: number;
  resources: number;
  apis: number;
  components: number;
}

/** Divides `count` entities among the kinds, as in a large organisation: most are components, one in five is an API. */
export function planCatalog(count: number): CatalogPlan {
  const share = (fraction: number, least: number) =>
    Math.max(least, Math.floor(count * fraction));
  const others = {
    groups: share(0.02, 1),
    users: share(0.08, 0),
    domains: share(0.005, 1),
    systems: share(0.045, 1),
    resources: share(0.05, 0),
    apis: share(0.2, 0),
  };
  const taken = Object.values(others).reduce((sum, part) => sum + part, 0);
  return { ...others, components: count - taken };
}
