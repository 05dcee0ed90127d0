import type { Server } from 'node:http';
import type { Socket } from 'node:net';

const everyMs = 100;

/**
 * Closes the server's connections that carry no request now, and those that carry one as soon as it is answered, until
 * the function that it gives is called. Node's closeIdleConnections leaves out those that have never carried any, and
 * browsers and fetch open such in advance; a shutdown would wait for them. Call it before the server listens.
 */
export function trackConnections(server: Server): { closeIdle(): () => void } {
  const unused = new Set<Socket>();
  server.on('connection', (socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  server.on('request', ({ socket }) => unused.delete(socket));

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
  };
}
