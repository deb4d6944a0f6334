export { shellModule as default } from './shellModule';
export { apisPageModule } from './catalog/apisPageModule';
export { catalogPageModule } from './catalog/catalogPageModule';
export { entityHeaderModule } from './entity/entityHeaderModule';
export { authApis } from './signIn/authApis/authApis';
export { gheAuthApiRef, oidcAuthApiRef } from './signIn/authApis/apiRefs';
