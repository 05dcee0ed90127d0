/** How many bad inputs all tests together make unless BAD_INPUTS says otherwise: the sum of what each makes by itself. */
const usualInputs = 3_500;
const factor = Number(process.env.BAD_INPUTS ?? usualInputs) / usualInputs;

/** How many a test makes that usually makes so many. */
export const runs = (usual: number): number => Math.ceil(usual * factor);

/** How long it may take for them. */
export const within = (usualMs: number): number => usualMs * Math.max(1, Math.ceil(factor));
