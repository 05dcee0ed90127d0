import type { CallbackRow } from './callbacks.ts';
import type { EnvironmentName } from './keys.ts';
import type { PaymentRow } from './payments.ts';

/** `lost`: events may have been missed, and are being missed now. */
export type LiveState = 'connecting' | 'live' | 'lost';

interface LiveListener {
  onPayment: (row: PaymentRow) => void;
  /** A callback was read, parked or sent on. */
  onCallback: (row: CallbackRow) => void;
  /** Events were missed for good: read again what is shown. */
  onReset: () => void;
  onState: (state: LiveState) => void;
  /** The server answers, but refuses the stream: perhaps the session has ended. */
  onRefused: () => void;
}

/** How long a break may last before it is told: reconnecting takes a second or two. */
const TOLERATED_BREAK_MS = 4_000;
/** Back-off for a stream that was refused: 2, 4, 8, 16, then every 30 seconds. */
const FIRST_RETRY_MS = 2_000;
const LAST_RETRY_MS = 30_000;
/** A hidden tab gives its connection back: browsers allow six to one server, and each open console holds one. */
const HIDDEN_CLOSE_MS = 60_000;

/**
 * Follows the changes of one environment until the returned function is called. The browser reconnects by itself and
 * continues with Last-Event-ID; where it can't (at first, refused, or closed while hidden) we open anew and say `onReset`.
 */
export function openLive(environment: EnvironmentName, listener: LiveListener): () => void {
  let source: EventSource | null = null;
  // Lists are read before the first stream is open: what changed in between is found by reading once more.
  let mustReset = true;
  let retryMs = FIRST_RETRY_MS;
  let lostTimer: ReturnType<typeof setTimeout> | undefined;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  let hiddenTimer: ReturnType<typeof setTimeout> | undefined;

  const onOpen = () => {
    clearTimeout(lostTimer);
    lostTimer = undefined;
    retryMs = FIRST_RETRY_MS;
    listener.onState('live');
    if (mustReset) listener.onReset();
    mustReset = false;
  };
  const onError = () => {
    lostTimer ??= setTimeout(() => listener.onState('lost'), TOLERATED_BREAK_MS);
    if (source?.readyState !== EventSource.CLOSED) return;
    listener.onRefused();
    close();
    retryTimer = setTimeout(open, retryMs);
    retryMs = Math.min(retryMs * 2, LAST_RETRY_MS);
  };
  function open() {
    source = new EventSource(`/api/${environment}/events`);
    source.addEventListener('open', onOpen);
    source.addEventListener('error', onError);
    source.addEventListener('payment', (event) => listener.onPayment(JSON.parse(event.data)));
    source.addEventListener('callback', (event) => listener.onCallback(JSON.parse(event.data)));
    source.addEventListener('reset', listener.onReset);
  }
  function close() {
    clearTimeout(retryTimer);
    source?.close();
    source = null;
    mustReset = true;
  }
  const onVisibility = () => {
    clearTimeout(hiddenTimer);
    if (document.visibilityState === 'hidden') hiddenTimer = setTimeout(close, HIDDEN_CLOSE_MS);
    else if (!source) {
      clearTimeout(retryTimer);
      open();
    }
  };
  document.addEventListener('visibilitychange', onVisibility);
  open();
  return () => {
    document.removeEventListener('visibilitychange', onVisibility);
    clearTimeout(lostTimer);
    clearTimeout(hiddenTimer);
    close();
  };
}
