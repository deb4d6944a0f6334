/** A call that a step would make; a dry run makes none of them. */
export interface PlannedCall {
  /** The step whose call it is; empty while it is not known. */
  stepId: string;
  /** `GET`, `POST`, ..., or `git push`. */
  method: string;
  /** An absolute URL, or a path of the portal. */
  url: string;
  /** What would be sent, masked. */
  body?: unknown;
  /** What the call asks for. */
  permission?: PlannedPermission;
  /** Whether the credential that would serve has it; missing when nobody can tell. */
  granted?: boolean;
  /** A sentence for the reader: `only when the repository is there already`. */
  note?: string;
}

/** A permission as a call asks for it. */
export interface PlannedPermission {
  /** `administration`, `catalog.location.create`. */
  name: string;
  /** `read`, `write`; missing where there are no levels. */
  access?: string;
  /** As it is called where it is granted: `Administration: write`. */
  title: string;
}

/** A step of which a dry run cannot tell what it would do. */
export interface UnplannedStep {
  stepId: string;
  action: string;
  /** One sentence. */
  reason: string;
}

/** What `POST /api/scaffolder/v2/dry-run` answers beside stock's fields. */
export interface DryRunPlan {
  /** In the order in which they would be made. */
  calls: PlannedCall[];
  unplanned: UnplannedStep[];
  /** The parameters that were masked in the answer, as dotted paths. */
  maskedParameters: string[];
}
