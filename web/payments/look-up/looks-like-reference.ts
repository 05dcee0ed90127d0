/** Whether a search could be a reference, an id or a receipt number that a provider knows: what the API's LookUpInput takes. */
export function looksLikeReference(q: string): boolean {
  return /^[A-Za-z0-9_-]{4,100}$/.test(q);
}

/** Whether it is so likely one that the providers are asked unbidden: a single name passes the test above, but has no digit. */
export function isSurelyReference(q: string): boolean {
  return looksLikeReference(q) && /\d/.test(q);
}
