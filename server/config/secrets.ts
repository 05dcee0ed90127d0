/** Credentials. A type of its own, so that nothing which may be logged can hold one by accident. */
export interface RemSecrets {
  username: string;
  apiKey: string;
}

export interface FazzSecrets {
  apiKey: string;
  secretKey: string;
  /** Signs callbacks (`ss_…`). */
  signingSecret: string;
}
