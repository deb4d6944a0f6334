import { archive } from './changes/archive';
import { compare } from './changes/compare';
import { diff } from './changes/diff';
import { importFrom } from './changes/importFrom';
import { merge } from './changes/merge';
import { formatPatch, patchText } from './changes/patchText';
import { rebase } from './changes/rebase';
import { squash } from './changes/squash';
import { Core } from './Core';
import { createCountHistory } from './history/createCountHistory';
import { history } from './history/history';
import { isAncestor } from './history/isAncestor';
import { mergeBase } from './history/mergeBase';
import { readCommit } from './history/readCommit';
import { advertise } from './http/advertise';
import { receivePack } from './http/receivePack';
import { uploadPack } from './http/uploadPack';
import { encodeCommit } from './objects/commit';
import { peel } from './objects/peel';
import { encodeTag, parseTag } from './objects/tag';
import { createRef, deleteRef, updateRef } from './refs/changeRefs';
import { listRefs } from './refs/listRefs';
import { resolve } from './refs/resolve';
import { TreeChangeError } from './TreeChangeError';
import { entryAt } from './trees/entryAt';
import { readTree } from './trees/readTree';
import { writeTree } from './trees/writeTree';
import { GitRepository } from './types';

/** The repository over its pieces: every method is a function of its own. */
export function createRepository(options: {
  id: string;
  core: Core;
}): GitRepository {
  const { id, core } = options;
  const { directory, head, mutex, objects, refs } = core;
  return {
    id,
    directory,
    exclusively: work => mutex.run(work),

    readObject: ({ sha }) => objects.read(sha),
    writeObject: object => objects.write(object),
    readBlob: ({ sha }) => objects.readTyped({ sha, type: 'blob' }),
    readTree: tree => readTree({ objects, ...tree }),
    async writeTree({ entries, base }) {
      const found = base && (await peel({ objects, sha: base, type: 'tree' }));
      if (base && !found) {
        throw new TreeChangeError('objectMissing', '');
      }
      const tree = found ? found.sha : undefined;
      return writeTree({ storage: objects, entries, base: tree });
    },
    readCommit: ({ sha }) => readCommit({ objects, sha }),
    writeCommit: commit =>
      objects.write({ type: 'commit', data: encodeCommit(commit) }),
    async readTag({ sha }) {
      const data = await objects.readTyped({ sha, type: 'tag' });
      return data && parseTag({ sha, data });
    },
    writeTag: tag => objects.write({ type: 'tag', data: encodeTag(tag) }),

    resolve: name => resolve({ core, ...name }),
    entryAt: place => entryAt({ core, ...place }),

    head: () => ({ branch: head.branch }),
    setHead: ({ branch }) => mutex.run(() => head.set(branch)),
    listRefs: wanted => listRefs({ core, ...wanted }),
    async readRef({ ref }) {
      const sha = ref.startsWith('refs/') ? await refs.read(ref) : undefined;
      const header = sha && (await objects.readHeader(sha));
      return sha && header ? { ref, sha, type: header.type } : undefined;
    },
    createRef: change => createRef({ core, ...change }),
    updateRef: change => updateRef({ core, ...change }),
    deleteRef: change => deleteRef({ core, ...change }),

    history: wanted => history({ core, ...wanted }),
    countHistory: createCountHistory({ core }),
    isAncestor: commits => isAncestor({ objects, ...commits }),
    mergeBase: commits => mergeBase({ core, ...commits }),
    compare: commits => compare({ core, ...commits }),
    diff: commits => diff({ core, ...commits }),
    patchText: commits => patchText({ core, ...commits }),
    formatPatch: commits => formatPatch({ core, ...commits }),

    merge: commits => merge({ core, ...commits }),
    rebase: commits => rebase({ core, ...commits }),
    squash: commits => squash({ core, ...commits }),
    importFrom: ({ repository, sha }) =>
      importFrom({ core, directory: repository.directory, sha }),
    archive: wanted => archive({ core, ...wanted }),

    advertise: request => advertise({ core, ...request }),
    uploadPack: request => uploadPack({ core, ...request }),
    receivePack: push => receivePack({ core, ...push }),
  };
}
