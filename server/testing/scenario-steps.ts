import { expect } from 'vitest';
import type { components } from '../../openapi/generated/console.ts';
import type { Worker } from '../jobs/worker.ts';
import type { Settings } from '../sandbox/settings.ts';
import { fazzInput, postLink, remInput } from './link-inputs.ts';
import {
  oneTimeInputs,
  paymentAt,
  paymentTimeline,
  postOneTime,
  postRouting,
  readPayment,
  routingInput,
} from './payment-inputs.ts';
import { tellProblem, tellSight, withoutInnerCode } from './scenario-sight.ts';
import { startTestApp, type TestApp, type TestClient } from './start-test-app.ts';

type Schemas = components['schemas'];

/** The payments that every scenario which applies to them is tried on. */
export const paymentNames = ['REM link', 'QRIS routing', 'Fazz link', 'one-time payment'] as const;
export type PaymentName = (typeof paymentNames)[number];

const seconds = 1_000;
const minutes = 60 * seconds;
const hours = 60 * minutes;

interface Step {
  /** What first happens to the provider, for all payments. */
  once?(stage: Stage): void;
  /** What a person, the payer or the provider does with one payment; resolves to what the person is told. */
  act?(stage: Stage, subject: Subject): Promise<string | null>;
  /** What then happens to all: time that passes, a worker that looks. */
  passMs?: number;
  resolves?: boolean;
  sweeps?: boolean;
}

/** One payment of a story. */
interface Subject {
  name: PaymentName;
  reference: string;
  /** Empty until it is in the ledger. */
  id: string;
  before: Schemas['Payment'] | null;
  /** Entries of the timeline and attempts at callbacks that were told already. */
  seen: Set<string>;
}

interface Stage {
  app: TestApp;
  client: TestClient;
  /** Where the callbacks of REM and of Fazz go. */
  addresses: readonly (string | null)[];
}

/** Everything that happens in the stories, by the words of docs/scenarios.md. */
export const steps = {
  created: { act: create },
  refreshed: { act: (stage, subject) => post(stage, subject, 'refresh') },
  'refreshed again': { act: (stage, subject) => post(stage, subject, 'refresh') },
  'looked at by the sweep afterwards': { once: ({ app }) => void app.sandbox.control.disarm(), sweeps: true },
  'callback asked for': { act: (stage, subject) => post(stage, subject, 'resend-callback') },
  deleted: { act: remove },
  'payment simulated': { act: simulate },
  'QR shown': { act: showQr },
  'customer pays': { act: atTwin(({ control }, reference) => control.pay(reference)) },
  'callbacks go astray': {
    once: ({ app, addresses }) =>
      setAddresses(
        app,
        addresses.map((address) => `${address}-of-nobody`),
      ),
  },
  'callbacks find us again': { once: ({ app, addresses }) => setAddresses(app, addresses) },
  'its time ends': { act: atTwin(({ control }, reference) => control.expire(reference)) },
  'a second later': { passMs: 2 * seconds },
  'twelve seconds later': { passMs: 12 * seconds },
  'a minute later': { passMs: minutes + seconds },
  'checked after 3 s': { passMs: 3 * seconds, resolves: true },
  'checked after 3 min': { passMs: 3 * minutes, resolves: true },
  'five minutes later': { passMs: 5 * minutes + seconds },
  'answered after 15 s': { passMs: 15 * seconds },
  'answered after 120 s': { passMs: 120 * seconds },
  'on the next day': { passMs: 40 * hours },
  'days later': { passMs: 72 * hours },
} as const satisfies Record<string, Step>;
export type StepName = keyof typeof steps;

/**
 * The console and its twin, on one clock that the steps alone move. Where answers are late, nobody waits long for one;
 * otherwise nobody should be told that it is.
 */
export async function openStage({ areAnswersLate }: { areAnswersLate: boolean }) {
  let app: TestApp | null = null;
  const clock = () => app?.sandbox.control.now() ?? new Date();
  app = await startTestApp({
    clock,
    config: { answerWithinMs: areAnswersLate ? 200 : 20 * seconds },
    sandbox: { clock: tickingFrom(Date.now()) },
    startWorkers: false,
  });
  const { rem, fazz } = app.sandbox.control.settings().callbackUrls;
  const stage: Stage = { app, client: await app.signIn('admin'), addresses: [rem, fazz] };
  // Callbacks are read when a step is over, and then asked about together, whoever is faster.
  const readCallbacks = await holdBack(app.workers.callbacks);
  const confirmClaims = await holdBack(app.workers.confirmer);
  let played = 0;

  /** Plays the steps for these payments at once; gives what the console shows of each after each step. */
  async function play(
    names: readonly PaymentName[],
    stepNames: readonly StepName[],
    switchOn: (reference: string) => void,
  ): Promise<Map<PaymentName, string[]>> {
    played += 1;
    const scene = `SCENE${played}X`;
    const subjects = names.map(
      (name, index): Subject => ({ name, reference: `${scene}${index}`, id: '', before: null, seen: new Set() }),
    );
    const shown: string[][] = [];
    const isMadeBefore = stepNames[0] !== 'created';
    if (isMadeBefore) await makeReady(subjects);
    const { control } = stage.app.sandbox;
    for (const { reference } of subjects) switchOn(reference);
    for (const stepName of stepNames) {
      const step: Step = steps[stepName];
      step.once?.(stage);
      const answers = await Promise.all(subjects.map((subject) => step.act?.(stage, subject) ?? null));
      // Whoever does not wait for the answer may be told so before the provider was asked.
      if (areAnswersLate) await expect.poll(() => control.armed(), { interval: 5 }).toEqual([]);
      await letPass(step);
      const needing = findNeeding(stage.client, scene);
      shown.push(
        await Promise.all(subjects.map((subject, index) => look(stage, subject, answers[index] ?? null, needing))),
      );
    }
    return new Map(names.map((name, index) => [name, shown.map((told) => told[index] ?? '')]));
  }

  async function makeReady(subjects: readonly Subject[]): Promise<void> {
    await Promise.all(subjects.map((subject) => create(stage, subject)));
    // Where nobody waits long for an answer, a busy machine may be late with it.
    await stage.app.deps.calls.drain(20 * seconds);
    await Promise.all(subjects.map((subject) => look(stage, subject, null, noneNeeding)));
  }

  async function letPass({ passMs = 0, resolves = false, sweeps = false }: Step): Promise<void> {
    const { sandbox, deps, workers } = stage.app;
    if (passMs > 0) {
      await sandbox.control.advance(passMs);
      await deps.calls.drain(20 * seconds);
    }
    if (resolves) await workers.resolver.processAll();
    if (sweeps) await workers.sweeper.processAll();
    // What the work above has caused is sent at once.
    await sandbox.control.advance(0);
    await readCallbacks();
    await confirmClaims();
    if (passMs >= hours) stage.client = await stage.app.signIn('admin');
  }

  return {
    app,
    play,
    /** Forgets what the twin knows, that it wanted to be left alone, and what the sweep would ask it; sets how it speaks. */
    async reset(settings: Partial<Omit<Settings, 'callbackUrls'>> = {}) {
      await stage.app.db.exec('delete from read_budgets; update payments set sweep_after = null');
      stage.app.sandbox.control.reset();
      stage.app.sandbox.control.configure(settings);
    },
  };
}

/** Moves by a ms whenever it is looked at: a machine that is slow or fast changes nothing, and no two things happen at once. */
function tickingFrom(startMs: number): () => Date {
  let nowMs = startMs;
  return () => {
    nowMs += 1;
    return new Date(nowMs);
  };
}

/** From now on the worker works only when the function that it gives is called, whoever nudges it: then until nothing is due. */
async function holdBack(worker: Worker): Promise<() => Promise<void>> {
  let goOn = await worker.pause();
  return async () => {
    goOn();
    await worker.processAll();
    goOn = await worker.pause();
  };
}

async function create({ client }: Stage, subject: Subject): Promise<string | null> {
  const { name, reference } = subject;
  const creations = {
    'REM link': () => postLink(client, remInput({ reference })),
    'Fazz link': () => postLink(client, fazzInput({ reference })),
    'QRIS routing': () => postRouting(client, routingInput({ reference })),
    'one-time payment': () => postOneTime(client, { ...oneTimeInputs.va, reference }),
  };
  const { data, error, response } = await creations[name]();
  subject.id = data?.id ?? error?.paymentId ?? '';
  return error ? tellProblem(error) : tellAccepted(response);
}

async function post({ client }: Stage, { id }: Subject, verb: 'refresh' | 'resend-callback') {
  const { error } = await client.POST(`/api/{environment}/payments/{id}/${verb}`, paymentAt(id));
  return error ? tellProblem(error) : null;
}

async function remove({ client }: Stage, { id }: Subject): Promise<string | null> {
  const { error, response } = await client.DELETE('/api/{environment}/payments/{id}', paymentAt(id));
  return error ? tellProblem(error) : tellAccepted(response);
}

async function simulate({ client }: Stage, { id }: Subject): Promise<string | null> {
  const { data } = await client.POST('/api/{environment}/payment-simulations', {
    params: { path: { environment: 'sandbox' } },
    body: { ids: [id], step: 'payment' },
  });
  const [result] = data?.results ?? [];
  return result?.outcome === 'simulated'
    ? null
    : `\`${result?.outcome}\`${result?.detail ? ` “${withoutInnerCode(result.detail)}”` : ''}`;
}

async function showQr({ client }: Stage, { id }: Subject): Promise<string | null> {
  const { error, response } = await client.GET('/api/{environment}/payments/{id}/qr', {
    ...paymentAt(id),
    parseAs: 'blob',
  });
  return error ? tellProblem(error) : `${response.headers.get('content-type')}`;
}

/** 202: the console goes on finding out by itself. */
const tellAccepted = ({ status }: Response) => (status === 202 ? 'accepted (202)' : null);

function atTwin(act: (sandbox: TestApp['sandbox'], reference: string) => unknown) {
  return async ({ app }: Stage, { reference }: Subject) => {
    act(app.sandbox, reference);
    return null;
  };
}

function setAddresses({ sandbox }: TestApp, [rem = null, fazz = null]: readonly (string | null)[]): void {
  sandbox.control.setCallbackUrl('rem', rem);
  sandbox.control.setCallbackUrl('fazz', fazz);
}

const attentions = ['outcome_unknown', 'contradicted', 'unconfirmed', 'callback_missing'] as const;
type Needing = ReadonlyMap<Schemas['Attention'], readonly string[]>;
const noneNeeding = Promise.resolve<Needing>(new Map());

/** Which payments of a scene need a person, by the reason: ids. */
async function findNeeding(client: TestClient, q: string): Promise<Needing> {
  const path = { environment: 'sandbox' } as const;
  const lists = attentions.map(async (attention) => {
    const { data } = await client.GET('/api/{environment}/payments', { params: { path, query: { attention, q } } });
    return [attention, data?.items.map(({ id }) => id) ?? []] as const;
  });
  return new Map(await Promise.all(lists));
}

/** What the console shows of a payment since the last look, in one line. */
async function look(
  { app, client }: Stage,
  subject: Subject,
  answer: string | null,
  needing: Promise<Needing>,
): Promise<string> {
  const { id, reference, before, seen } = subject;
  const shown = [readPayment(client, id), paymentTimeline(client, id), needing] as const;
  const [payment, timeline, listed] = await Promise.all(shown);
  // What is said of a claim changes when the provider has decided about it.
  const keyOf = ({ id, verdict }: Schemas['ObservationEntry']) => `${id} ${verdict}`;
  const observations = timeline.toReversed().flatMap((entry) => (entry.type === 'observation' ? [entry] : []));
  const news = observations.filter((entry) => !seen.has(keyOf(entry)));
  // Of a callback and the answer that it comes with, either may be the first to arrive.
  news.sort((a, b) => Number(a.source === 'callback') - Number(b.source === 'callback'));
  const attempts = app.sandbox.control
    .deliveries({ reference })
    .flatMap(({ id, attempts }) => attempts.map(({ httpStatus }, index) => ({ key: `${id} ${index}`, httpStatus })));
  const refused = attempts.flatMap(({ key, httpStatus }) =>
    httpStatus === 200 || seen.has(key) ? [] : [httpStatus ?? 0],
  );
  for (const { key } of attempts) seen.add(key);
  for (const entry of news) seen.add(keyOf(entry));
  subject.before = payment;
  const charge = app.sandbox.control.link(reference);
  const attention = attentions.filter((reason) => listed.get(reason)?.includes(id));
  return tellSight({ answer, payment, charge, refused, news, attention }, before);
}
