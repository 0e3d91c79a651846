import { createRequire } from 'node:module';
import path from 'node:path';
import type { ServerResponse } from 'node:http';
import { sendJson } from '../respond.ts';
import type { InstalledPlugin } from './plugins.ts';
import { sendFile } from './send-file.ts';

export interface AssetFolders {
  clientBundle: string;
  icons: string;
  fonts: string;
}

const regular = 'inter-latin-400-normal.woff2';

/** The console ships one family; Grafana's other fonts (Roboto Mono in code blocks) become its regular cut. */
const fontFiles: Record<string, string> = {
  'Inter-Medium.woff2': 'inter-latin-500-normal.woff2',
};

const spinner =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M12 3a9 9 0 1 0 9 9" fill="none" stroke="currentColor" stroke-width="2"/></svg>';

export function assetFolders(pluginFolder: string, clientBundle: string): AssetFolders {
  const resolve = createRequire(path.join(pluginFolder, 'package.json')).resolve;
  return {
    clientBundle,
    icons: path.join(path.dirname(resolve('@grafana/ui/package.json')), 'dist', 'public', 'img', 'icons'),
    fonts: path.join(path.dirname(resolve('@fontsource/inter/package.json')), 'files'),
  };
}

/** Answers `/public/*`; anything unknown is a 404, since an HTML fallback breaks integrity checks and fonts. */
export function sendPublic(
  response: ServerResponse,
  urlPath: string,
  folders: AssetFolders,
  plugins: ReadonlyMap<string, InstalledPlugin>
): void {
  const [area = '', ...rest] = urlPath.slice('/public/'.length).split('/');
  const below = rest.join('/');
  if (area === 'console') {
    sendFile(response, folders.clientBundle, below);
  } else if (area === 'plugins') {
    const plugin = plugins.get(rest[0] ?? '');
    sendFile(response, plugin?.folder ?? '/nowhere', rest.slice(1).join('/'));
  } else if (area === 'build' && below.endsWith('/spinner.svg')) {
    response.writeHead(200, { 'content-type': 'image/svg+xml' });
    response.end(spinner);
  } else if (area === 'build' && below.startsWith('img/icons/')) {
    sendFile(response, folders.icons, below.slice('img/icons/'.length));
  } else if (area === 'fonts') {
    sendFile(response, folders.fonts, fontFiles[rest.at(-1) ?? ''] ?? regular);
  } else {
    sendJson(response, 404, { message: `nothing at ${urlPath}` });
  }
}
