/** Has the browser save a file under that name. */
export function saveFile(content: Blob, fileName: string): void {
  const address = URL.createObjectURL(content);
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = fileName;
  anchor.click();
  URL.revokeObjectURL(address);
}

/** The ending that a file of an image type goes by: `png`, `svg`. */
export function endingOf(mediaType: string): string {
  return mediaType.split('/')[1]?.split(/[+;]/)[0] ?? 'png';
}
