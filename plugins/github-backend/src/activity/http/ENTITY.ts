/** Where what is about one entity lies. */
export const ENTITY = '/entities/:kind/:namespace/:name';
