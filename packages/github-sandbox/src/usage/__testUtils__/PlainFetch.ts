/** A request that no scan finds, because the code puts its address together itself. */
export interface PlainFetch {
  route: string;
  /** Whose file it is; also who calls, unless `usedBy` says otherwise. */
  package: string;
  /** Who calls, where the file belongs to a library of theirs or of ours. */
  usedBy?: string[];
  /** The file, from the package's folder. */
  file: string;
  /** A part of the file that makes the request. Where it is gone the entry has to be looked at again. */
  text: string;
}
