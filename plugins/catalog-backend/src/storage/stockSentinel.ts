/**
 * A row in `stitch_queue` that names no entity. The stock catalog clears it away within a second of working on this database, and
 * so tells the engine, when it comes back, that it was not the last to write.
 */
export const STOCK_SENTINEL_REF = 'engine:callboard/was-here-last';
