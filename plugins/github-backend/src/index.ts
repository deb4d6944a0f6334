export { githubFeatures as default } from './githubFeatures';
export { githubPeopleTransformsExtensionPoint } from './people/transforms/extensionPoints';
export type * from './people/transforms/PeopleTransforms';
