import type { Server } from 'node:http';
import type { Socket } from 'node:net';

const everyMs = 100;

export interface Connections {
  /**
   * Closes the connections that carry no request now, and those that carry one as soon as it is answered, until the
   * function that it gives is called.
   */
  closeIdle(): () => void;
  /** Resolves when no request is under way, or after `timeoutMs`. */
  untilQuiet(timeoutMs: number): Promise<void>;
}

/**
 * Watches the connections of a server, for its shutdown. Node's closeIdleConnections leaves out those that have never
 * carried a request, and browsers and fetch open such in advance; a shutdown would wait for them. Call it before the
 * server listens.
 */
export function trackConnections(server: Server): Connections {
  const unused = new Set<Socket>();
  let underWay = 0;
  let onQuiet = () => {};
  server.on('connection', (socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  server.on('request', ({ socket }, response) => {
    unused.delete(socket);
    underWay += 1;
    response.once('close', () => {
      underWay -= 1;
      if (underWay === 0) onQuiet();
    });
  });

  function close() {
    server.closeIdleConnections();
    for (const socket of unused) socket.destroy();
  }
  return {
    closeIdle() {
      close();
      const timer = setInterval(close, everyMs);
      return () => clearInterval(timer);
    },
    async untilQuiet(timeoutMs) {
      if (underWay === 0) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, timeoutMs);
        onQuiet = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    },
  };
}
