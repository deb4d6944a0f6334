/** How to run a program. */
export interface Command {
  command: string;
  args: string[];
  cwd: string;
  env: Record<string, string>;
}

/** One of the two portals that are compared. */
export interface Portal {
  name: 'stock' | 'callboard';
  /** The path of its catalog page. */
  catalogPath: string;
  /** Builds what is missing or stale. */
  prepare(): Promise<void>;
  /** Starts the portal on `port` of 127.0.0.1 with all its state in the folder `data`. */
  startCommand(options: { port: number; data: string }): Command;
  /** Builds the frontend for production, whether it has changed or not. */
  buildFrontendCommand(): Command;
  /** Removes what earlier starts have left outside of the data folder to make later ones faster. */
  forgetCaches(): Promise<void>;
  /** What a production installation consists of. */
  installation: {
    /** Folders of the packages whose production dependencies are installed. */
    packages: string[];
    /** Files and folders of the portal itself. */
    own: string[];
  };
}
