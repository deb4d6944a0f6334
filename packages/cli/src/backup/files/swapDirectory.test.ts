import fs from 'node:fs';
import path from 'node:path';
import { createFolder, fingerprint } from '../testing';
import { swapDirectory } from './swapDirectory';

describe.each([{ inside: false }, { inside: true }])(
  'swapDirectory with inside: $inside',
  ({ inside }) => {
    let folder: string;
    let data: string;
    let source: string;

    beforeEach(() => {
      folder = createFolder();
      data = path.join(folder, 'data');
      source = path.join(inside ? data : folder, '.restoring-x', 'data');
      fs.mkdirSync(path.join(data, 'databases'), { recursive: true });
      fs.writeFileSync(path.join(data, 'databases', 'a'), 'old');
      fs.writeFileSync(path.join(data, 'portal.lock'), '');
      fs.writeFileSync(path.join(data, 'portal.lock-journal'), '');
      fs.mkdirSync(path.join(source, 'databases'), { recursive: true });
      fs.writeFileSync(path.join(source, 'databases', 'a'), 'new');
    });
    afterEach(() => {
      fs.rmSync(folder, { recursive: true, force: true });
    });
    const read = (place: string) =>
      fs.readFileSync(path.join(place, 'databases', 'a'), 'utf8');

    it('puts the new in place and keeps the old', () => {
      const { previous } = swapDirectory({ data, source, stamp: 't', inside });
      expect(read(data)).toBe('new');
      expect(read(previous!)).toBe('old');
      // The lock of the restore that is under way stays where it is, unless its folder moves.
      expect(fs.existsSync(path.join(data, 'portal.lock-journal'))).toBe(
        inside,
      );
      expect(previous).toBe(
        inside
          ? path.join(data, 'before-restore-t')
          : `${data}.before-restore-t`,
      );
    });

    it('can be taken back', () => {
      const swap = swapDirectory({ data, source, stamp: 't', inside });
      swap.undo();
      expect(read(data)).toBe('old');
      expect(read(source)).toBe('new');
    });

    it('leaves the old when the new cannot be moved', () => {
      const before = fingerprint(data);
      expect(() =>
        swapDirectory({
          data,
          source: `${source}-missing`,
          stamp: 't',
          inside,
        }),
      ).toThrow('the data directory could not be replaced');
      expect(read(data)).toBe('old');
      expect(fingerprint(data)).toEqual(before);
    });
  },
);
