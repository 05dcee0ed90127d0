/** Adds a parameter to a statement under construction; gives its place, `$1` and so on. */
export type Bind = (value: unknown) => string;

export function bindTo(params: unknown[]): Bind {
  return (value) => `$${params.push(value)}`;
}
