import { createRequire } from 'node:module';
import path from 'node:path';
import { build, type Metafile, type Plugin } from 'esbuild';
import { clientFolder, outFolder, pluginFolder } from './paths.ts';
import { digestOf, isFresh, markFresh } from './staleness.ts';

const fromPlugin = createRequire(path.join(pluginFolder, 'package.json'));
const fromGrafanaUi = createRequire(fromPlugin.resolve('@grafana/ui/package.json'));
const routers = ['react-router-dom', 'react-router-dom-v5-compat'];

/** Grafana's packages use their own router copies; the console must share exactly those or it gets two contexts. */
const grafanaRouters: Plugin = {
  name: 'grafana-routers',
  setup(bundler) {
    bundler.onResolve({ filter: /^react-router-dom(-v5-compat)?$/ }, (args) => {
      if (!routers.includes(args.path) || args.pluginData === 'resolved') {
        return undefined;
      }
      const resolveDir = path.dirname(fromGrafanaUi.resolve(`${args.path}/package.json`));
      return bundler.resolve(args.path, {
        kind: args.kind,
        resolveDir: path.join(resolveDir, '..', '..'),
        pluginData: 'resolved',
      });
    });
  },
};

/** `setPluginPage` is stripped from the npm entry; by file path it is the same module instance. */
const grafanaInternals: Plugin = {
  name: 'grafana-internals',
  setup(bundler) {
    bundler.onResolve({ filter: /^grafana-internals\/plugin-page$/ }, () => ({
      path: path.join(
        path.dirname(fromPlugin.resolve('@grafana/runtime/package.json')),
        'dist/esm/components/PluginPage.mjs'
      ),
    }));
  },
};

const once = /node_modules\/(?:[^/]+\/node_modules\/)*(react|react-dom|rxjs|@grafana\/(?:data|ui|runtime))\//;

/** Two copies of a shared package mean two React contexts: fail the build instead of the page. */
export function duplicatedPackages(metafile: Metafile): string[] {
  const folders = new Map<string, Set<string>>();
  for (const input of Object.keys(metafile.inputs)) {
    const match = once.exec(input);
    if (match?.[1] === undefined) {
      continue;
    }
    const folder = input.slice(0, match.index + match[0].length);
    folders.set(match[1], (folders.get(match[1]) ?? new Set()).add(folder));
  }
  return [...folders].filter(([, copies]) => copies.size > 1).map(([name]) => name);
}

async function bundle(): Promise<void> {
  const result = await build({
    entryPoints: { console: path.join(clientFolder, 'main.tsx') },
    outdir: outFolder,
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    metafile: true,
    logLevel: 'error',
    absWorkingDir: pluginFolder,
    loader: { '.svg': 'dataurl', '.woff': 'dataurl', '.woff2': 'dataurl', '.ttf': 'dataurl', '.eot': 'dataurl' },
    define: {
      // SystemJS' AMD extra creates a global define; UMD libraries would register there instead of exporting.
      define: 'undefined',
      global: 'globalThis',
      'process.env.NODE_ENV': '"production"',
    },
    plugins: [grafanaRouters, grafanaInternals],
  });
  const duplicates = duplicatedPackages(result.metafile);
  if (duplicates.length > 0) {
    throw new Error(`the console bundle holds several copies of ${duplicates.join(', ')}`);
  }
}

/** The page around the plugin; true when it had to be bundled. */
export async function ensureClientBundle(): Promise<boolean> {
  const digest = digestOf([clientFolder, path.join(pluginFolder, 'package.json')]);
  if (isFresh(outFolder, digest)) {
    return false;
  }
  await bundle();
  markFresh(outFolder, digest);
  return true;
}
