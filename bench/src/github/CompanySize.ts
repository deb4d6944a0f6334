/** How much an organisation has. */
export interface CompanySize {
  repositories: number;
  people: number;
  teams: number;
}
