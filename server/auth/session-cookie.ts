import type { CookieOptions, Request } from 'express';

export const sessionCookie = 'tautan_session';

/** Not readable by scripts, never sent along from another site, and over TLS alone where we have it. */
export function cookieOptions({ publicUrl }: { publicUrl: string }): CookieOptions {
  return { httpOnly: true, sameSite: 'strict', path: '/', secure: publicUrl.startsWith('https://') };
}

/** The session token that a request carries; null when it carries none that could be ours. */
export function tokenOf(request: Request): string | null {
  const cookies = request.headers.cookie?.split(';') ?? [];
  for (const cookie of cookies) {
    const [name, value] = cookie.trim().split('=', 2);
    if (name === sessionCookie && value !== undefined && /^[A-Za-z0-9_-]{43}$/.test(value)) return value;
  }
  return null;
}
