import { describe, expect, it } from 'vitest';
import { paths, placeAfterSignIn } from './paths.ts';

describe('After signing in', () => {
  it('a person is where they wanted to go, with everything in the address', () => {
    const wanted = '/staging/links/pay_01?status=paid,open&q=a%26b';
    const { search } = new URL(paths.signIn(wanted), 'http://console.test');
    expect(placeAfterSignIn(search)).toBe(wanted);
  });

  it('nobody is led out of the console', () => {
    for (const next of [
      'https://evil.test/',
      '//evil.test',
      '/\\evil.test',
      'javascript:alert(1)',
      'evil',
      '/sign-in?next=/',
    ]) {
      expect(placeAfterSignIn(`?next=${encodeURIComponent(next)}`), next).toBe('/');
    }
  });

  it('the start is where one is who came from nowhere', () => {
    expect(placeAfterSignIn('')).toBe('/');
    expect(paths.signIn('/')).toBe('/sign-in');
  });
});
