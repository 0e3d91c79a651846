import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { acquireStartLock } from '../src/installation/start-lock.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aicos-lock-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('acquireStartLock', () => {
  it('refuses a second launcher on the same state folder', () => {
    acquireStartLock(folder);

    expect(() => acquireStartLock(folder)).toThrow(`already runs from this state folder (pid ${process.pid})`);
  });

  it('is free again after it was released', () => {
    acquireStartLock(folder)();

    expect(() => acquireStartLock(folder)).not.toThrow();
  });

  it('takes over the lock of a launcher that was killed', () => {
    writeFileSync(join(folder, 'launcher.json'), JSON.stringify({ pid: process.pid, startTime: 'another process' }));

    expect(() => acquireStartLock(folder)).not.toThrow();
  });

  it('ignores a lock file that was cut short', () => {
    writeFileSync(join(folder, 'launcher.json'), '{"pid":');

    expect(() => acquireStartLock(folder)).not.toThrow();
  });
});
