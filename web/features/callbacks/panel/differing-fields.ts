import type { CallbackDifference } from '../../../api/callbacks.ts';

/** Which of the two others say something else than this callback does; what says nothing differs from nothing. */
export function differsFrom({ said, before, provider }: CallbackDifference): { before: boolean; provider: boolean } {
  return { before: before !== null && before !== said, provider: provider !== null && provider !== said };
}

/** The fields in which the callback differs from the one before it or from the provider's own word. */
export function differingFields(fields: readonly CallbackDifference[]): CallbackDifference[] {
  return fields.filter((field) => {
    const differs = differsFrom(field);
    return differs.before || differs.provider;
  });
}
