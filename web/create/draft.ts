/** A text as it is sent: without blanks at its ends, undefined when nothing is left. */
export const text = (value: string): string | undefined => value.trim() || undefined;

/** The values that are there, without those that are undefined. */
export const present = (values: object): object =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
