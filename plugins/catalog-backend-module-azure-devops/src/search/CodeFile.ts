/** A file that the code search of Azure DevOps found, as far as it is used here. */
export interface CodeFile {
  path: string;
  project: { name: string };
  repository: { name: string; type?: string };
}
