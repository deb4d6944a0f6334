import type { Explainer } from './Explainer';

/** `catalog:register` asks the catalog over HTTP; its client says little more than the status. */
export const catalogCause: Explainer = ({ facts }) => {
  const { action, status, message } = facts;
  if (action !== 'catalog:register' || status === 401) return undefined;
  if (status === 409 || /conflict|already exists/i.test(message)) {
    return {
      code: 'catalog-refused',
      title:
        'The catalog has this location, or an entity of this name, already',
      remedy:
        'Look the entity up in the catalog. If it is the one that you want, nothing is left to do; else give the new one another name.',
      link: '/catalog',
      linkTitle: 'Catalog',
    };
  }
  if (status === 403) {
    return {
      code: 'catalog-refused',
      title: 'You may not register locations in the catalog',
      remedy:
        'An administrator of the portal grants "catalog.location.create". Then retry from this step.',
      permission: 'catalog.location.create',
      link: '/access',
      linkTitle: 'Roles and permissions',
    };
  }
  if (status === undefined && !/catalog|location|entity/i.test(message)) {
    return undefined;
  }
  return {
    code: 'catalog-refused',
    title: 'The catalog did not take the entity file',
    remedy:
      'The file is missing, is not valid, or its kind is not allowed for this location (`catalog.rules`). Mend it in the repository and retry from this step.',
  };
};
