/**
 * Pictures of users and groups, fetched and cached by the portal.
 *
 * @packageDocumentation
 */
export { avatarsPlugin as default } from './plugin';
