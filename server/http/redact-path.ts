const knownWords = new Set(['callbacks', 'rem', 'fazz', 'sandbox', 'staging', 'production']);

/**
 * A request's path as it may be logged: no query (searches hold names and phone numbers), and no callback token (the
 * secret by which REM's callbacks are recognised), also when a provider was given a misspelt address.
 */
export function redactPath(url: string): string {
  const path = url.split(/[?#]/, 1)[0] ?? '';
  const isCallback = /^\/*[^/]*callback/i.test(path);
  const isSecret = isCallback ? (word: string) => word !== '' && !knownWords.has(word) : looksLikeToken;
  const words = path.split('/').map((word) => (isSecret(word) ? '[redacted]' : word));
  return words.slice(0, 8).join('/').slice(0, 200);
}

function looksLikeToken(word: string): boolean {
  return /^[\w%~-]{24,}$/.test(word) && !/^pay_[0-9a-z]{26}$/.test(word);
}
