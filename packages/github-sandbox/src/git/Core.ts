import { ObjectStore } from './objects/ObjectStore';
import { Head } from './refs/Head';
import { Mutex } from './refs/Mutex';
import { RefStore } from './refs/RefStore';

/** What the functions behind `GitRepository` work on. */
export interface Core {
  directory: string;
  objects: ObjectStore;
  refs: RefStore;
  head: Head;
  mutex: Mutex;
}
