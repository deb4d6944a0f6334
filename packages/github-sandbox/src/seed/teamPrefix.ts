/** What marks a team where people and teams can be named: `team:checkout`. */
export const TEAM_PREFIX = 'team:';
