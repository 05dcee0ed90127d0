// Loaded before a server in a process of its own (server-process.ts): its clock goes CLOCK_AHEAD_MS ahead of ours, as if the
// server before it had ended so long ago. The program itself is the real one.
const aheadMs = Number(process.env.CLOCK_AHEAD_MS);

globalThis.Date = new Proxy(Date, {
  construct: (date, args, newTarget) =>
    Reflect.construct(date, args.length === 0 ? [date.now() + aheadMs] : args, newTarget),
  get: (date, name) => (name === 'now' ? () => date.now() + aheadMs : Reflect.get(date, name)),
});
