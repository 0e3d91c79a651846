import { createServer, type AddressInfo, type Server } from 'node:net';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { choosePort } from '../src/ports.ts';

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

describe('choosePort', () => {
  it('moves a taken default on to the next free port', async () => {
    const port = await choosePort(
      { variable: 'AICOS_UI_PORT', chosen: undefined, preferred: occupied },
      LOOPBACK,
      new Set()
    );

    expect(port).toBeGreaterThan(occupied);
  });

  it('names the variable when a port that was set is taken', async () => {
    const attempt = choosePort({ variable: 'AICOS_UI_PORT', chosen: occupied, preferred: 3000 }, LOOPBACK, new Set());

    await expect(attempt).rejects.toThrow(`port ${occupied} is taken: set AICOS_UI_PORT`);
  });

  it('gives no port to two services', async () => {
    const wish = { variable: 'AICOS_UI_PORT', chosen: undefined, preferred: occupied + 1 };
    const first = await choosePort(wish, LOOPBACK, new Set());

    const second = await choosePort(wish, LOOPBACK, new Set([first]));

    expect(second).not.toBe(first);
  });
});
