import { promisify } from 'node:util';
import v8 from 'node:v8';
import zlib from 'node:zlib';
import type { Knex } from 'knex';
import { EntityIndex } from '../index/EntityIndex';
import type { IndexSnapshot } from '../index/IndexSnapshot';
import { CatalogMemory } from '../ingestion/CatalogMemory';
import { Ledger, type LedgerDump } from '../ingestion/Ledger';

/** Another number makes all older snapshots void. The index has one of its own. */
const FORMAT = 1;
const PART_BYTES = 8 * 1024 * 1024;
/** By default zlib works in steps of 16 kB, which takes ten times as long for a hundred megabytes. */
const CHUNK = { chunkSize: 16 * 1024 * 1024 };

type Snapshot = {
  format: number;
  seq: number;
  index: IndexSnapshot;
  ledger: LedgerDump;
};

const compress = promisify(zlib.zstdCompress);
const decompress = promisify(zlib.zstdDecompress);

/**
 * Writes the memory to the database, so that a replica that starts need not read and index every entity. It replaces older snapshots, but
 * never a newer one.
 */
export async function writeSnapshot(options: {
  knex: Knex;
  memory: CatalogMemory;
}): Promise<void> {
  const { knex, memory } = options;
  const { seq } = memory;
  const snapshot: Snapshot = {
    format: FORMAT,
    seq,
    index: memory.index.dump(),
    ledger: memory.ledger.dump(),
  };
  const data = await compress(v8.serialize(snapshot), {
    ...CHUNK,
    params: { [zlib.constants.ZSTD_c_compressionLevel]: 1 },
  });
  const parts = Math.ceil(data.length / PART_BYTES);
  await knex.transaction(async tx => {
    const newest = await tx('engine_snapshots').max({ seq: 'seq' }).first();
    if (newest?.seq !== null && Number(newest?.seq) >= seq) return;
    await tx('engine_snapshots').delete();
    for (let part = 0; part < parts; part++) {
      const begin = part * PART_BYTES;
      await tx('engine_snapshots').insert({
        seq,
        part,
        parts,
        data: data.subarray(begin, begin + PART_BYTES),
      });
    }
  });
}

/** The memory as of the newest snapshot; `undefined` where there is none that this version can read. */
export async function readSnapshot(options: {
  knex: Knex;
}): Promise<CatalogMemory | undefined> {
  const rows: { seq: number | string; parts: number; data: Buffer }[] =
    await options
      .knex('engine_snapshots')
      .select('seq', 'parts', 'data')
      .orderBy('part');
  if (rows.length === 0 || rows.length !== rows[0].parts) return undefined;
  const snapshot: Snapshot = v8.deserialize(
    await decompress(Buffer.concat(rows.map(row => row.data)), CHUNK),
  );
  if (snapshot.format !== FORMAT) return undefined;
  return new CatalogMemory({
    seq: snapshot.seq,
    index: EntityIndex.load(snapshot.index),
    ledger: Ledger.load(snapshot.ledger),
  });
}
