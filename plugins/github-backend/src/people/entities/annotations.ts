/** As in stock's module. */
export const USER_LOGIN = 'github.com/user-login';
export const USER_ID = 'github.com/user-id';
export const TEAM_SLUG = 'github.com/team-slug';
