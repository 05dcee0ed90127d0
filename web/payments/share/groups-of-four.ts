/** A number in groups of four, as one reads it aloud: `8888123456789012` → `8888 1234 5678 9012`. */
export function groupsOfFour(number: string): string {
  return number.replace(/(.{4})(?=.)/g, '$1 ');
}
