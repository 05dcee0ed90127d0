/**
 * Puts text on the clipboard; false when the browser lets neither way. `navigator.clipboard` exists on https and localhost
 * alone, and a console inside a company network may be reached by plain http.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** The old way: select the text in a box that nobody sees. The box stands beside the focus, where a dialog lets focus be. */
function copyBySelection(text: string): boolean {
  const focused = document.activeElement instanceof HTMLElement ? document.activeElement : document.body;
  const box = document.createElement('textarea');
  box.value = text;
  box.className = 'visually-hidden';
  (focused.parentElement ?? document.body).append(box);
  box.select();
  const isCopied = document.execCommand('copy');
  box.remove();
  focused.focus();
  return isCopied;
}
