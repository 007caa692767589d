import { connect, type Socket } from 'node:net';

/** A connection on which nothing is sent; resolves once it is open, or was refused. */
export function openSocket(port: number): Promise<Socket> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket));
    socket.on('error', () => resolve(socket));
  });
}

/** Waits until the other side has closed a connection. */
export function closed(socket: Socket): Promise<unknown> {
  return new Promise((resolve) => (socket.closed ? resolve(null) : socket.resume().once('close', resolve)));
}
