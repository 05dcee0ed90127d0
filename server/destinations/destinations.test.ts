import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { movableClock } from '../testing/movable-clock.ts';
import {
  callBack,
  deleteDestinations,
  destinationAt,
  newDestination,
  readDestination,
  receiverUrl,
  sendOn,
} from '../testing/send-on.ts';
import { startTestApp, type TestApp, type TestClient } from '../testing/start-test-app.ts';

const stagingAccount = {
  environment: 'staging',
  provider: 'rem',
  baseUrl: 'http://127.0.0.1:1',
  payUrl: null,
  callbackToken: 'staging-callback-token-1',
  credentials: { username: 'toko', apiKey: 'key' },
} as const;

const { clock, moveOn } = movableClock();
const hourMs = 3_600_000;
let app: TestApp;
let admin: TestClient;

beforeAll(async () => {
  app = await startTestApp({ startWorkers: false, clock, accounts: [stagingAccount] });
  admin = await app.signIn('admin');
});
afterAll(() => app.close());
afterEach(() => deleteDestinations(admin));

const create = (body: object, environment: 'sandbox' | 'staging' = 'sandbox') =>
  admin.POST('/api/{environment}/destinations', {
    params: { path: { environment } },
    body: { name: 'ERP', url: receiverUrl(app, 'erp'), ...body },
  });

async function actions(action: string): Promise<object[]> {
  const { rows } = await app.db.query(
    `select staff_role as role, environment, outcome, detail from audit_entries where action = $1 order by id`,
    [action],
  );
  return rows;
}

describe('a destination', () => {
  it('is made by an admin, with a secret that is shown this once, and an audit entry without it', async () => {
    const url = `${receiverUrl(app, 'erp')}?token=hidden`;
    const { data, response } = await create({ url, providers: ['rem'], kinds: ['link', 'one-time'] });
    expect(response.status).toBe(201);
    expect(data).toMatchObject({
      id: expect.stringMatching(/^dst_[0-9a-z]{26}$/),
      name: 'ERP',
      url,
      providers: ['rem'],
      kinds: ['link', 'one-time'],
      state: 'active',
      pausedReason: null,
      failingSince: null,
      waitingCount: 0,
      lastDeliveredAt: null,
      secret: expect.stringMatching(/^whsec_[A-Za-z0-9+/]{43}=$/),
    });
    const listed = await readDestination(admin, data?.id ?? '');
    expect(listed).not.toHaveProperty('secret');
    const host = new URL(url).host;
    expect(await actions('createDestination')).toEqual([
      {
        role: 'admin',
        environment: 'sandbox',
        outcome: 'done',
        detail: { destinationId: data?.id, name: 'ERP', host },
      },
    ]);
    expect(JSON.stringify(await actions('createDestination'))).not.toMatch(/hidden|whsec/);
  });

  it('is seen by everybody, its address in whole by admins alone: a path may hold a secret', async () => {
    const { data } = await create({});
    for (const role of ['viewer', 'support', 'finance', 'tester'] as const) {
      const { url } = await readDestination(await app.signIn(role), data?.id ?? '');
      expect(url).toBe(`${app.sandbox.url}/…`);
    }
    expect((await readDestination(admin, data?.id ?? '')).url).toBe(receiverUrl(app, 'erp'));
  });

  it('has a name of its own while it lives', async () => {
    const { data } = await create({ name: 'Shop' });
    const taken = await create({ name: 'SHOP' });
    expect(taken.response.status).toBe(409);
    expect(taken.error).toMatchObject({ type: '/problems/destination-not-allowed', reason: 'name_taken' });
    const other = await create({ name: 'Other' });
    const rename = await admin.PUT('/api/{environment}/destinations/{destinationId}', {
      ...destinationAt(other.data?.id ?? ''),
      body: { name: 'shop', url: receiverUrl(app, 'erp') },
    });
    expect(rename.response.status).toBe(409);
    await admin.DELETE('/api/{environment}/destinations/{destinationId}', destinationAt(data?.id ?? ''));
    expect((await create({ name: 'Shop' })).response.status).toBe(201);
    expect((await create({ name: 'Shop', url: 'https://shop.example/hook' }, 'staging')).response.status).toBe(201);
  });

  it('is changed as a whole, paused and resumed once each, and unknown after its end', async () => {
    const { data } = await create({ kinds: ['link'] });
    const at = destinationAt(data?.id ?? '');
    const changed = await admin.PUT('/api/{environment}/destinations/{destinationId}', {
      ...at,
      body: { name: 'ERP 2', url: receiverUrl(app, 'erp-2') },
    });
    expect(changed.data).toMatchObject({ name: 'ERP 2', url: receiverUrl(app, 'erp-2'), kinds: null });
    for (const _ of [1, 2]) {
      const { data: paused } = await admin.POST('/api/{environment}/destinations/{destinationId}/pause', at);
      expect(paused).toMatchObject({ state: 'paused', pausedReason: 'by_person' });
    }
    for (const _ of [1, 2])
      expect((await admin.POST('/api/{environment}/destinations/{destinationId}/resume', at)).data?.state).toBe(
        'active',
      );
    expect((await admin.DELETE('/api/{environment}/destinations/{destinationId}', at)).response.status).toBe(204);
    for (const path of ['/pause', '/resume', '/rotate-secret'] as const) {
      const { response } = await admin.POST(`/api/{environment}/destinations/{destinationId}${path}`, at);
      expect(response.status).toBe(404);
    }
    expect((await admin.DELETE('/api/{environment}/destinations/{destinationId}', at)).response.status).toBe(404);
    expect((await actions('pauseDestination')).length).toBe(1);
    expect((await actions('resumeDestination')).length).toBe(1);
    expect((await actions('updateDestination')).length).toBe(1);
    const { rows } = await app.db.query(`select name from destinations where id = $1`, [data?.id]);
    expect(rows).toEqual([{ name: 'ERP 2' }]);
  });

  it('of another environment is not there', async () => {
    const { data } = await create({});
    const elsewhere = { params: { path: { environment: 'staging' as const, destinationId: data?.id ?? '' } } };
    const { response } = await admin.POST('/api/{environment}/destinations/{destinationId}/pause', elsewhere);
    expect(response.status).toBe(404);
  });

  it('is one of twenty at most', async () => {
    for (let index = 0; index < 20; index++) expect((await create({ name: `D${index}` })).response.status).toBe(201);
    expect((await create({ name: 'D20' })).error).toMatchObject({ status: 409, reason: 'too_many_destinations' });
  });
});

describe('its secret', () => {
  it('can be changed: the old one proves what is sent for a day more, the new one from now on', async () => {
    const destination = await newDestination(app, admin, 'rotating');
    const { receivers } = app.sandbox.control;
    const { data } = await admin.POST(
      '/api/{environment}/destinations/{destinationId}/rotate-secret',
      destinationAt(destination.id),
    );
    expect(data?.secret).toMatch(/^whsec_/);
    expect(data?.secret).not.toBe(destination.secret);
    const signatureBy = async (secret: string | undefined) => {
      receivers.change('rotating', { secret: secret ?? null });
      await callBack(app, 'ROTATE1');
      await sendOn(app);
      return receivers.received('rotating').at(-1);
    };
    expect(await signatureBy(destination.secret)).toMatchObject({ signature: 'proved' });
    const both = await signatureBy(data?.secret);
    expect(both?.signature).toBe('proved');
    expect(String(both?.headers['webhook-signature']).split(' ')).toHaveLength(2);
  });

  it('that was changed signs no more after a day', async () => {
    const destination = await newDestination(app, admin, 'day-after');
    const at = destinationAt(destination.id);
    const rotate = () => admin.POST('/api/{environment}/destinations/{destinationId}/rotate-secret', at);
    const changedAt = async () => (await readDestination(admin, destination.id)).secretChangedAt;
    expect(await changedAt()).toBeNull();
    await rotate();
    moveOn(1_000);
    const before = clock().toISOString();
    await rotate();
    const last = await changedAt();
    expect(last && before <= last && last <= clock().toISOString()).toBe(true);
    const signatures = async () => {
      await callBack(app, 'ROTATE2');
      await sendOn(app);
      const request = app.sandbox.control.receivers.received('day-after').at(-1);
      return String(request?.headers['webhook-signature']).split(' ').length;
    };
    expect(await signatures()).toBe(3);
    moveOn(25 * hourMs);
    admin = await app.signIn('admin');
    expect(await signatures()).toBe(1);
    expect(await changedAt()).toBe(last);
  });

  it('is not changed more often than a request can be signed', async () => {
    const { data } = await create({});
    const at = destinationAt(data?.id ?? '');
    const rotate = () => admin.POST('/api/{environment}/destinations/{destinationId}/rotate-secret', at);
    for (let times = 0; times < 4; times++) expect((await rotate()).response.status).toBe(200);
    expect((await rotate()).error).toMatchObject({ status: 409, reason: 'secret_changed_too_often' });
    expect((await actions('rotateDestinationSecret')).length).toBeGreaterThanOrEqual(4);
    expect(JSON.stringify(await actions('rotateDestinationSecret'))).not.toContain('whsec');
  });
});

describe('where it may lead', () => {
  it.each([
    ['http', 'http://erp.toko.id/hook'],
    ['our own machine', 'https://127.0.0.1/hook'],
    ['our own machine in other words', 'https://2130706433/hook'],
    ['our own machine by IPv6', 'https://[::1]:8443/'],
    ['a private network', 'https://10.1.2.3/hook'],
    ['the metadata of a cloud', 'https://169.254.169.254/latest/meta-data'],
    ['an address with a password', 'https://user:secret@erp.toko.id/'],
    ['an address with a fragment', 'https://erp.toko.id/#hook'],
    ['no address', 'https://'],
  ])('in staging, %s is refused at its field', async (_, url) => {
    const { response, error } = await create({ url }, 'staging');
    expect(response.status).toBe(400);
    expect(error).toMatchObject({ type: '/problems/invalid-request', errors: [{ field: 'url' }] });
  });

  it('in staging, https to a name is taken', async () => {
    const { data } = await create({ name: 'Far', url: 'https://erp.toko.id/hook?key=1' }, 'staging');
    expect(data?.url).toBe('https://erp.toko.id/hook?key=1');
  });
});
