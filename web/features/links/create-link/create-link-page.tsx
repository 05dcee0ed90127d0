/** The form that creates a link. */
export function CreateLinkPage() {
  return null;
}
