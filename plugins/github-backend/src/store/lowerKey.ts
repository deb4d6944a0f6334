/** GitHub's logins and names of repositories know no upper case. */
export function lowerKey(name: string): string {
  return name.toLowerCase();
}
