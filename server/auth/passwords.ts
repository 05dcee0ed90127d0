import { hash, verify } from '@node-rs/argon2';

/** Argon2id (the default of this library), above the least that OWASP's password storage cheat sheet asks for (19 MiB, 2 passes); memory in KiB. */
const strength = { memoryCost: 65_536, timeCost: 2, parallelism: 1 };

export const passwordMinLength = 12;
/** As signIn in console.yaml; also keeps a long text from being hashed. */
export const passwordMaxLength = 200;

/** The hash to store: salted, with its parameters, in the PHC format. */
export function hashPassword(password: string): Promise<string> {
  return hash(normalise(password), strength);
}

let hashOfNobody: Promise<string> | undefined;

/**
 * Whether the password is right. Without a hash (no such person) as much work is done, so that the time of an answer
 * does not tell whether an e-mail address is known.
 */
export async function isRightPassword(passwordHash: string | null, password: string): Promise<boolean> {
  hashOfNobody ??= hashPassword('nobody has this password');
  const isRight = await verify(passwordHash ?? (await hashOfNobody), normalise(password));
  return passwordHash !== null && isRight;
}

/** Keyboards write the same letter in different ways (é as one or two characters). */
function normalise(password: string): string {
  return password.normalize('NFKC');
}
