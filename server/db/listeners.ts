type OnPayload = (payload: string) => void;

export interface Listeners {
  /** Adds a listener; `run` executes LISTEN for the first one of a channel and UNLISTEN after the last. */
  add(channel: string, onPayload: OnPayload, run: (statement: string) => Promise<void>): Promise<() => Promise<void>>;
  notify(channel: string, payload: string): void;
  /** Channels that somebody listens to. */
  channels(): string[];
}

/** Who listens to which channel, on one connection. */
export function createListeners(): Listeners {
  const byChannel = new Map<string, Set<OnPayload>>();

  return {
    async add(channel, onPayload, run) {
      // A function of its own for each call, so that one listener given twice hears twice and stops once.
      const hear: OnPayload = (payload) => onPayload(payload);
      const others = byChannel.get(channel);
      if (others !== undefined) others.add(hear);
      else byChannel.set(channel, new Set([hear]));
      const remove = () => {
        const hearers = byChannel.get(channel);
        if (!hearers?.delete(hear) || hearers.size > 0) return false;
        return byChannel.delete(channel);
      };
      try {
        await run(`listen ${quoteName(channel)}`);
      } catch (error) {
        remove();
        throw error;
      }
      return async () => {
        if (remove()) await run(`unlisten ${quoteName(channel)}`);
      };
    },
    notify(channel, payload) {
      for (const hear of byChannel.get(channel) ?? []) hear(payload);
    },
    channels: () => [...byChannel.keys()],
  };
}

export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
