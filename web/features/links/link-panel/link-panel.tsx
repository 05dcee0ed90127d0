/** The open link. */
export function LinkPanel() {
  return null;
}
