import { createServer, type AddressInfo, type Server } from 'node:net';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { reservePort } from '../src/ports.ts';

const LOOPBACK = '127.0.0.1';
let occupant: Server;
let occupied: number;

beforeEach(async () => {
  occupant = createServer();
  await new Promise<void>((resolve) => occupant.listen(0, LOOPBACK, resolve));
  occupied = (occupant.address() as AddressInfo).port;
});

afterEach(async () => {
  await new Promise((resolve) => occupant.close(resolve));
});

describe('reservePort', () => {
  it('moves a taken default on to the next free port', async () => {
    const reserved = await reservePort({ variable: 'AICOS_UI_PORT', chosen: undefined, preferred: occupied }, LOOPBACK);

    expect(reserved.port).toBeGreaterThan(occupied);
    await reserved.release();
  });

  it('names the variable when a port that was set is taken', async () => {
    const attempt = reservePort({ variable: 'AICOS_UI_PORT', chosen: occupied, preferred: 3000 }, LOOPBACK);

    await expect(attempt).rejects.toThrow(`port ${occupied} is taken: set AICOS_UI_PORT`);
  });

  it('holds a port against others until it is released', async () => {
    const wish = { variable: 'AICOS_UI_PORT', chosen: undefined, preferred: occupied + 1 };
    const first = await reservePort(wish, LOOPBACK);

    const second = await reservePort(wish, LOOPBACK);
    await first.release();
    const third = await reservePort({ ...wish, chosen: first.port }, LOOPBACK);

    expect(second.port).not.toBe(first.port);
    expect(third.port).toBe(first.port);
    await Promise.all([second.release(), third.release()]);
  });
});
