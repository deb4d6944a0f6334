/** How a build of a site ended. */
export type BuildEnd =
  | { outcome: 'published' }
  /** The source is what the site was built from already. */
  | { outcome: 'unchanged' }
  | { outcome: 'failed'; error: Error }
  /** Nothing was heard of it for too long. */
  | { outcome: 'lost' };

export interface SiteBuild {
  /** What the source is called by its host, once it is there. */
  etag?: string;
  /** Told each line of the log. */
  readonly followers: Set<(line: LogLine) => void>;
  /** Resolves when the build is over, and never rejects. */
  readonly ended: Promise<BuildEnd>;
  /** Only the first call counts. */
  end(end: BuildEnd): void;
}

export interface LogLine {
  level: 'debug' | 'info' | 'warn' | 'error';
  message: string;
}

/** A build that takes longer is not waited for; whoever waits builds by himself. */
const LONGEST_MS = 10 * 60_000;
/** Who asked before a site was published may begin to build just after that, with an old answer in hand. */
const RECENT_MS = 10_000;

/** The builds that run in this process, by entity reference: one of a site at a time. */
export class SiteBuilds {
  readonly #running = new Map<string, SiteBuild>();
  readonly #recentEtags = new Map<string, string>();

  running(entityRef: string): SiteBuild | undefined {
    return this.#running.get(entityRef);
  }

  /** The etag of the source that was published a moment ago. */
  recentEtag(entityRef: string): string | undefined {
    return this.#recentEtags.get(entityRef);
  }

  begin(entityRef: string): SiteBuild {
    let resolve: (end: BuildEnd) => void;
    const ended = new Promise<BuildEnd>(settle => {
      resolve = settle;
    });
    const build: SiteBuild = {
      followers: new Set(),
      ended,
      end: end => {
        if (this.#running.get(entityRef) === build) {
          this.#running.delete(entityRef);
          if (end.outcome === 'published') this.#remember(entityRef, build);
        }
        resolve(end);
      },
    };
    const timer = setTimeout(
      () => build.end({ outcome: 'lost' }),
      LONGEST_MS,
    ).unref();
    void ended.then(() => clearTimeout(timer));
    this.#running.set(entityRef, build);
    return build;
  }

  #remember(entityRef: string, { etag }: SiteBuild): void {
    if (!etag) return;
    this.#recentEtags.set(entityRef, etag);
    setTimeout(() => {
      if (this.#recentEtags.get(entityRef) === etag) {
        this.#recentEtags.delete(entityRef);
      }
    }, RECENT_MS).unref();
  }
}
