import { afterAll, describe, expect, it } from 'vitest';
import { startTestSandbox } from '../sandbox/testing/start-test-sandbox.ts';
import {
  type Behaviour,
  dropConnection,
  dropInBody,
  hang,
  json,
  startAnsweringServer,
  text,
} from '../testing/answering-server.ts';
import { createQrImageFetch, isProvidersOwn } from './qr-image.ts';

const server = await startAnsweringServer();
afterAll(() => server.close());
const clock = () => new Date('2026-11-20T03:00:00Z');
const open = (rules: { baseUrl?: string; hosts?: string[]; timeoutMs?: number } = {}) =>
  createQrImageFetch({ baseUrl: `${server.url}/rem`, hosts: [], timeoutMs: 5_000, clock, ...rules });
const fetchQrImage = open();
const address = `${server.url}/rem/api/qris/image/1`;

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0xff]);
const image = (contentType: string, bytes: Uint8Array = png, httpStatus = 200) =>
  text(httpStatus, bytes, contentType === '' ? {} : { 'Content-Type': contentType });

describe('a QR image', () => {
  it.each([
    ['image/png', 'image/png'],
    ['IMAGE/PNG; charset=binary', 'image/png'],
    ['image/jpeg', 'image/jpeg'],
    ['image/webp', 'image/webp'],
    ['image/gif', 'image/gif'],
  ])('of the type %s comes byte for byte as %s', async (contentType, type) => {
    server.behave(image(contentType));
    const fetched = await fetchQrImage(address);
    expect(fetched).toMatchObject({ kind: 'image', contentType: type });
    expect(fetched.kind === 'image' ? [...fetched.bytes] : []).toEqual([...png]);
  });

  it('is asked for without a word about the account', async () => {
    server.behave(image('image/png'));
    await fetchQrImage(address);
    const [request] = server.received;
    expect(request).toMatchObject({ method: 'GET', url: '/rem/api/qris/image/1' });
    expect(Object.keys(request?.headers ?? {}).filter((name) => /^(x-|authorization|cookie)/.test(name))).toEqual([]);
    expect(request?.headers.accept).toContain('image/png');
  });

  it('of almost 1 MB is taken, and a larger one is not, whether it says its length or not', async () => {
    const megabyte = 1024 * 1024;
    server.behave(image('image/png', new Uint8Array(megabyte)));
    expect((await fetchQrImage(address)).kind).toBe('image');
    const stream: Behaviour = (response) => {
      response.writeHead(200, { 'Content-Type': 'image/png' });
      for (let part = 0; part < 5; part += 1) response.write(new Uint8Array(megabyte / 4));
      response.end('.');
    };
    for (const behaviour of [image('image/png', new Uint8Array(megabyte + 1)), stream]) {
      server.behave(behaviour);
      expect(await fetchQrImage(address)).toMatchObject({
        kind: 'unreadable',
        message: expect.stringContaining('larger than 1 MB'),
      });
    }
  });

  it.each<[string, Behaviour, string, string]>([
    ['a picture that may hold scripts', image('image/svg+xml'), 'unreadable', 'it gave image/svg+xml in place of'],
    ['a page', text(200, '<html>', { 'Content-Type': 'text/html' }), 'unreadable', 'it gave text/html'],
    ['JSON', json(200, { success: false }), 'unreadable', 'it gave application/json'],
    ['something without a type', image(''), 'unreadable', 'it gave something unnamed'],
    ['a type that only begins well', image('image/pngx'), 'unreadable', 'it gave image/pngx'],
    ['an empty image', image('image/png', new Uint8Array()), 'unreadable', 'it gave nothing'],
    ['204', text(204, ''), 'unreadable', 'it gave nothing'],
    ['a detour', text(302, '', { Location: '/elsewhere' }), 'unreadable', 'it redirects (HTTP 302)'],
    ['404', text(404, 'Not Found'), 'declined', 'it has no QR image there now (HTTP 404)'],
    ['an image with 404', image('image/png', png, 404), 'declined', 'HTTP 404'],
    ['410', text(410, ''), 'declined', 'HTTP 410'],
    ['403', text(403, ''), 'declined', 'HTTP 403'],
    ['429', text(429, '', { 'Retry-After': '7' }), 'unavailable', 'HTTP 429'],
    ['500', image('image/png', png, 500), 'unavailable', 'HTTP 500'],
    ['a broken connection', dropConnection, 'unavailable', 'broke'],
    ['a connection that breaks within it', dropInBody, 'unavailable', 'broke'],
  ])('in whose place comes %s is a failure, and nothing of it is kept', async (_, behaviour, kind, message) => {
    server.behave(behaviour);
    expect(await fetchQrImage(address)).toMatchObject({ kind, message: expect.stringContaining(message), raw: null });
    expect(server.received).toHaveLength(1);
  });

  it('is not waited for without end', async () => {
    server.behave(hang);
    expect(await open({ timeoutMs: 200 })(address)).toMatchObject({
      kind: 'unavailable',
      message: 'no answer within 0.2 s',
    });
  });
});

describe('an address', () => {
  const port = new URL(server.url).port;

  it.each([
    ['of another port', 'http://127.0.0.1:1/qr.png'],
    ['of another name for the same machine', `http://localhost:${port}/qr.png`],
    ['of another machine', 'http://169.254.169.254/latest/meta-data/'],
    ['with a user name', `http://rem@127.0.0.1:${port}/qr.png`],
    ['with a password', `http://:pass@127.0.0.1:${port}/qr.png`],
    ['of a file', 'file:///etc/passwd'],
    ['with the image in it', 'data:image/png;base64,iVBORw0KGgo='],
    ['that is a script', 'javascript:alert(1)'],
    ['that is none', 'qr.png'],
    ['that is empty', ''],
  ])('%s is not asked', async (_, url) => {
    server.behave(image('image/png'));
    expect(await fetchQrImage(url)).toMatchObject({
      kind: 'unreadable',
      message: expect.stringContaining('is not one of its own'),
    });
    expect(server.received).toEqual([]);
  });

  it.each([
    ['https://checkout.rem.id/qr', ['*.rem.id'], true],
    ['https://a.b.rem.id/qr', ['*.rem.id'], true],
    ['https://CHECKOUT.REM.ID/qr', ['*.rem.id'], true],
    ['https://checkout.rem.id:443/qr', ['*.rem.id'], true],
    ['https://checkout.rem.id:8443/qr', ['*.rem.id'], false],
    ['https://checkout.rem.id:8443/qr', ['checkout.rem.id:8443'], true],
    ['https://rem.id/qr', ['*.rem.id'], false],
    ['https://rem.id/qr', ['*.rem.id', 'rem.id'], true],
    ['https://evilrem.id/qr', ['*.rem.id'], false],
    ['https://rem.id.example.com/qr', ['*.rem.id'], false],
    ['https://checkout.rem.id.example.com/qr', ['checkout.rem.id'], false],
    ['https://example.com/checkout.rem.id', ['*.rem.id'], false],
    ['https://example.com\\@checkout.rem.id/qr', ['*.rem.id'], false],
    ['http://checkout.rem.id/qr', ['*.rem.id'], false],
    ['https://partner.example/qr', [], true],
    ['http://partner.example/qr', [], false],
  ])('%s, of a provider at https://partner.example whose other hosts are %j, may be asked: %s', (url, hosts, may) => {
    expect(isProvidersOwn(new URL(url), { baseUrl: 'https://partner.example/api', hosts })).toBe(may);
  });

  it('with http may be asked only of a provider that speaks http itself', () => {
    const hosts = ['images.example'];
    expect(isProvidersOwn(new URL('http://images.example/1'), { baseUrl: 'http://127.0.0.1:3001', hosts })).toBe(true);
    expect(isProvidersOwn(new URL('http://images.example/1'), { baseUrl: 'https://127.0.0.1:3001', hosts })).toBe(
      false,
    );
  });

  it('of the twin gives its image for as long as it can be paid', async () => {
    const sandbox = await startTestSandbox();
    const { body } = await sandbox.rem.createRouting();
    const fetchFromTwin = open({ baseUrl: sandbox.remUrl });
    const fetched = await fetchFromTwin(body.payment_info.qris_url);
    expect(fetched).toMatchObject({ kind: 'image', contentType: 'image/png' });
    expect(fetched.kind === 'image' ? [...fetched.bytes.slice(0, 8)] : []).toEqual([...png.slice(0, 8)]);
    await sandbox.control.advance(31 * 60_000);
    expect(await fetchFromTwin(body.payment_info.qris_url)).toMatchObject({ kind: 'declined' });
  });
});
