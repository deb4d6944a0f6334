import { catalogEntities } from './catalog/catalogEntities';
import { catalogFiles } from './catalog/catalogFiles';
import { catalogSources } from './catalog/catalogSources';
import { mirrorFresh } from './catalog/mirrorFresh';
import { mirrorHeld } from './catalog/mirrorHeld';
import { organisationData } from './catalog/organisationData';
import type { Check } from './Check';
import { configurationRead } from './configuration/configurationRead';
import { ignoredEntries } from './configuration/ignoredEntries';
import { keyFiles } from './configuration/keyFiles';
import { appInstalled } from './connections/appInstalled';
import { baseUrlReachable } from './connections/baseUrlReachable';
import { clockSkew } from './connections/clockSkew';
import { contradictingCredentials } from './connections/contradictingCredentials';
import { integrationWorks } from './connections/integrationWorks';
import { mixedCredentials } from './connections/mixedCredentials';
import { organisationServed } from './connections/organisationServed';
import { permissionsGranted } from './connections/permissionsGranted';
import { permissionsNeedless } from './connections/permissionsNeedless';
import { rateLimits } from './connections/rateLimits';
import { systemsReachable } from './connections/systemsReachable';
import { tokenAge } from './connections/tokenAge';
import { tokenExpiry } from './connections/tokenExpiry';
import { tokenRights } from './connections/tokenRights';
import { tokenRotation } from './connections/tokenRotation';
import { tokenSso } from './connections/tokenSso';
import { webhookArrives } from './connections/webhookArrives';
import { webhookRedelivery } from './connections/webhookRedelivery';
import { databaseWorks } from './database/databaseWorks';
import { pluginsConfigured } from './plugins/pluginsConfigured';
import { callbackUrl } from './signIn/callbackUrl';
import { sharedOauthClient } from './signIn/sharedOauthClient';
import { signInConfigured } from './signIn/signInConfigured';
import { signInsFailing } from './signIn/signInsFailing';

/** All tests, in the order of their results. */
export const checks: Check[] = [
  configurationRead,
  keyFiles,
  ignoredEntries,
  databaseWorks,
  integrationWorks,
  appInstalled,
  organisationServed,
  permissionsGranted,
  permissionsNeedless,
  tokenRights,
  tokenExpiry,
  tokenAge,
  tokenSso,
  tokenRotation,
  mixedCredentials,
  contradictingCredentials,
  rateLimits,
  clockSkew,
  baseUrlReachable,
  webhookArrives,
  webhookRedelivery,
  systemsReachable,
  signInConfigured,
  callbackUrl,
  signInsFailing,
  sharedOauthClient,
  catalogSources,
  catalogEntities,
  catalogFiles,
  mirrorFresh,
  mirrorHeld,
  organisationData,
  pluginsConfigured,
];
