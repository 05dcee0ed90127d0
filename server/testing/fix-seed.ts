import fc from 'fast-check';

/**
 * Property tests try the same cases everywhere, so that a red run is about the change. FAST_CHECK_SEED tries others: any
 * whole number, or `random`.
 */
const { FAST_CHECK_SEED = '20261120' } = process.env;
if (FAST_CHECK_SEED !== 'random') fc.configureGlobal({ seed: Number(FAST_CHECK_SEED) });
