import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { ensurePluginDist } from '../console/build/plugin-dist.ts';

const root = path.join(__dirname, '..');
const dist = path.join(root, 'dist');
const appCeilingBytes = 60_000;
const panelCeilingBytes = 200_000;
const buildMilliseconds = 240_000;

interface BuiltPlugin {
  id: string;
  info: { version: string; logos: { small: string; large: string }; screenshots: Array<{ path: string }> };
  includes?: Array<{ type: string; path: string }>;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => path.extname(file) !== '');
}

function read(file: string): string {
  return readFileSync(path.join(dist, file), 'utf8');
}

function gzipBytes(file: string): number {
  return gzipSync(readFileSync(path.join(dist, file))).length;
}

const panelFolders = ['approval', 'simulation', 'squad'].map((name) => path.join('panels', name));

beforeAll(async () => {
  await ensurePluginDist();
}, buildMilliseconds);

describe('the production build', () => {
  it('holds what a validator looks for', () => {
    for (const file of ['README.md', 'CHANGELOG.md', 'LICENSE', 'module.js', 'module.js.map', 'plugin.json']) {
      expect(existsSync(path.join(dist, file))).toBe(true);
    }
  });

  it('carries one version everywhere', () => {
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
    for (const folder of ['', ...panelFolders]) {
      const plugin = JSON.parse(read(path.join(folder, 'plugin.json'))) as BuiltPlugin;
      expect(plugin.info.version).toBe(version);
    }
  });

  it('has every logo and screenshot it names, without scripts in them', () => {
    for (const folder of ['', ...panelFolders]) {
      const { info } = JSON.parse(read(path.join(folder, 'plugin.json'))) as BuiltPlugin;
      const images = [info.logos.small, info.logos.large, ...info.screenshots.map((shot) => shot.path)];
      for (const image of images) {
        expect(path.isAbsolute(image)).toBe(false);
        expect(existsSync(path.join(dist, folder, image))).toBe(true);
        if (image.endsWith('.svg')) {
          expect(read(path.join(folder, image))).not.toMatch(/<script|foreignObject|\son\w+=/i);
        }
      }
    }
  });

  it('makes every panel one self-contained file', () => {
    for (const folder of panelFolders) {
      const scripts = readdirSync(path.join(dist, folder)).filter((file) => file.endsWith('.js'));
      expect(scripts).toEqual(['module.js']);
    }
  });

  it('keeps the entry of the app small', () => {
    expect(gzipBytes('module.js')).toBeLessThanOrEqual(appCeilingBytes);
  });

  it.each(panelFolders)('keeps %s small', (folder) => {
    expect(gzipBytes(path.join(folder, 'module.js'))).toBeLessThanOrEqual(panelCeilingBytes);
  });

  it('contains no secret, no address of a machine, no console call', () => {
    for (const file of filesBelow(dist).filter((name) => name.endsWith('.js'))) {
      const text = read(file);
      expect(text).not.toMatch(/localhost:\d+|127\.0\.0\.1/);
      expect(text).not.toMatch(/Bearer [A-Za-z0-9]{16}/);
      expect(text).not.toMatch(/\bconsole\.(log|info|debug)\(/);
    }
  });
});
