/**
 * Pictures of users and groups, loaded from the portal and no other host.
 *
 * @packageDocumentation
 */
export { avatarsModule as default } from './module';
export { withoutRemotePicture } from './identity/withoutRemotePicture';
