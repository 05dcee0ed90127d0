/**
 * Refusals of a repeated creation that do not prove that the first one failed: one about the reference, which may then be
 * the payment's own, and one about the expiry, which was further ahead the first time.
 */
export const aboutReference = /reference|duplicate/i;
export const aboutExpiry = /expir/i;
