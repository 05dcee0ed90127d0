/** Where a session begins. */
export function SignInPage() {
  return null;
}
