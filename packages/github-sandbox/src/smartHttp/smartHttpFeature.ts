import type { Feature } from '../Feature';
import { answerInfoRefs } from './answerInfoRefs';
import { answerReceivePack } from './answerReceivePack';
import { answerUploadPack } from './answerUploadPack';

/** git over HTTP, under `/{owner}/{repo}.git` and without the ending. */
export const smartHttpFeature: Feature = {
  name: 'smartHttp',
  mount({ app, sandbox }) {
    app.get('/:owner/:repo/info/refs', context =>
      answerInfoRefs({ sandbox, context }),
    );
    app.post('/:owner/:repo/git-upload-pack', context =>
      answerUploadPack({ sandbox, context }),
    );
    app.post('/:owner/:repo/git-receive-pack', context =>
      answerReceivePack({ sandbox, context }),
    );
  },
};
