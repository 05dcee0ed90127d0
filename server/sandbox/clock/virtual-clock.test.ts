import { describe, expect, it, vi } from 'vitest';
import { startTestSandbox } from '../testing/start-test-sandbox.ts';
import { createVirtualClock } from './virtual-clock.ts';

function startClock(realNow = () => new Date()) {
  const errors: unknown[] = [];
  const clock = createVirtualClock({
    realNow,
    offsetMs: 0,
    onAdvanced: () => {},
    onError: (error) => errors.push(error),
  });
  const inMs = (waitMs: number) => new Date(clock.now().getTime() + waitMs).toISOString();
  return { clock, errors, inMs };
}

describe('the virtual clock', () => {
  it('fires what falls due in order of time, each at its own instant, while it is advanced', async () => {
    const { clock, inMs } = startClock();
    const seen: string[] = [];
    const note = (name: string, dueAt: string) => {
      const lateMs = clock.now().getTime() - Date.parse(dueAt);
      expect(lateMs).toBeGreaterThanOrEqual(0);
      expect(lateMs).toBeLessThan(1_000);
      seen.push(name);
    };
    clock.schedule('late', inMs(7_200_000), (at) => note('late', at));
    clock.schedule('early', inMs(3_600_000), async (at) => {
      note('early', at);
      await new Promise(setImmediate);
      note('early ended', at);
      clock.schedule('child', inMs(1_800_000), (dueAt) => note('child', dueAt));
    });
    clock.schedule('beyond', inMs(90_000_000), (at) => note('beyond', at));
    await clock.advance(86_400_000);
    expect(seen).toEqual(['early', 'early ended', 'child', 'late']);
    expect(clock.offsetMs()).toBeGreaterThan(86_390_000);
    await clock.stop();
  });

  it('lets real time flow, fires what is past at once, and forgets what is cancelled or replaced', async () => {
    const { clock, inMs } = startClock();
    const seen: string[] = [];
    clock.schedule('past', inMs(-60_000), () => void seen.push('past'));
    clock.schedule('gone', inMs(5), () => void seen.push('gone'));
    clock.cancel('gone');
    clock.schedule('moved', inMs(5), () => void seen.push('first'));
    clock.schedule('moved', inMs(15), () => void seen.push('second'));
    await expect.poll(() => seen).toEqual(['past', 'second']);
    await clock.stop();
  });

  it('goes on after work that breaks, and advances one after the other', async () => {
    const { clock, errors, inMs } = startClock();
    const seen: string[] = [];
    clock.schedule('bad', inMs(1_000), () => {
      throw new Error('broken');
    });
    clock.schedule('good', inMs(2_000), () => void seen.push('good'));
    await Promise.all([clock.advance(1_500), clock.advance(1_500)]);
    expect(seen).toEqual(['good']);
    expect(errors).toEqual([new Error('broken')]);
    await clock.stop();
  });

  it('stands still with the real time that it is given, and fires nothing after it stopped', async () => {
    const { clock, inMs } = startClock(() => new Date('2026-11-20T00:00:00Z'));
    await clock.advance(1_000);
    expect(clock.now().toISOString()).toBe('2026-11-20T00:00:01.000Z');
    const run = vi.fn();
    clock.schedule('never', inMs(0), run);
    await clock.stop();
    await new Promise(setImmediate);
    expect(run).not.toHaveBeenCalled();
  });
});

describe('what time does to links', () => {
  it('expires a link at its end, not before', async () => {
    const { control, rem } = await startTestSandbox();
    await rem.create();
    await control.advance(24 * 3_600_000 - 60_000);
    expect(control.link('INV1001')?.status).toBe('created');
    await control.advance(61_000);
    expect((await rem.status({ partner_tx_id: 'INV1001' })).body.data.status).toBe('expired');
  });

  it('lets a method lapse before the link: OVO after 55 s, and another may be chosen', async () => {
    const { control, rem } = await startTestSandbox();
    await rem.create();
    control.choose('INV1001', { method: 'ewallet', channel: 'ovo' });
    await control.advance(56_000);
    const { data } = (await rem.status({ partner_tx_id: 'INV1001' })).body;
    expect(data).toMatchObject({ status: 'failed', sender_bank: 'ovo_ewallet' });
    control.choose('INV1001', { method: 'va', channel: 'bca' });
    control.pay('INV1001');
    await control.advance(86_400_000);
    expect(control.link('INV1001')?.status).toBe('paid');
  });

  it('has Fazz offer the methods again when one lapsed', async () => {
    const { control, fazz } = await startTestSandbox();
    const { id } = (await fazz.create()).body.data;
    control.choose(id, { method: 'qris' });
    await control.advance(31 * 60_000);
    expect(control.link(id)).toMatchObject({ status: 'created', choice: null });
    expect((await fazz.get(id)).body.data.attributes.status).toBe('pending');
  });
});
