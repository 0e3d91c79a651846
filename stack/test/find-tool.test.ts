import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { ensureTools } from '../src/tools/ensure.ts';
import { findTool } from '../src/tools/find.ts';
import { relocate } from '../src/tools/relocate.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aicos-tools-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function program(...path: string[]): string {
  const file = join(folder, ...path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, '#!/bin/sh\n');
  chmodSync(file, 0o755);
  return file;
}

describe('findTool', () => {
  it('prefers the program on PATH to an unpacked one', () => {
    const onPath = program('bin', 'prometheus-alertmanager');
    program('tools', 'usr', 'bin', 'prometheus-alertmanager');

    const found = findTool('alertmanager', {
      searchPath: ['/nowhere', join(folder, 'bin')].join(delimiter),
      toolsFolder: join(folder, 'tools'),
    });

    expect(found).toBe(onPath);
  });

  it('finds what an earlier start unpacked', () => {
    const unpacked = program('tools', 'usr', 'bin', 'promtool');

    expect(findTool('promtool', { searchPath: '', toolsFolder: join(folder, 'tools') })).toBe(unpacked);
  });
});

describe('ensureTools', () => {
  it('says what to install where nothing can be unpacked', async () => {
    const attempt = ensureTools(['prometheus'], { searchPath: folder, stateFolder: folder });

    await expect(attempt).rejects.toThrow(/prometheus not found on PATH.*Install Prometheus 2\.42/);
  });
});

describe('relocate', () => {
  it('makes the folder of a program relative without changing its length', () => {
    const file = join(folder, 'binary');
    writeFileSync(file, 'ab/usr/share/prometheus/webcd/usr/share/prometheus/x');

    relocate(file);

    expect(readFileSync(file, 'utf8')).toBe('abusr//share/prometheus/webcdusr//share/prometheus/x');
  });
});
