export interface SeedFile {
  content: Buffer;
  executable: boolean;
}

/** Files whose names are known, and whose contents are read when somebody opens the repository. Paths have no leading slash. */
export interface SeedFiles {
  paths: readonly string[];
  /** Rejects when the file is gone. */
  read(options: { path: string }): Promise<SeedFile>;
}
