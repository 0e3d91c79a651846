import { createReadStream, statSync } from 'node:fs';
import path from 'node:path';
import type { ServerResponse } from 'node:http';
import { sendJson } from '../respond.ts';
import { contentTypeOf } from './content-type.ts';

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) {
      return undefined;
    }
    throw error;
  }
}

/** The file a URL path names below `folder`, or undefined when it is outside or absent. */
export function fileBelow(folder: string, urlPath: string): string | undefined {
  const relative = decoded(urlPath);
  if (relative === undefined) {
    return undefined;
  }
  const file = path.join(folder, relative);
  const stats = file.startsWith(folder + path.sep) ? statSync(file, { throwIfNoEntry: false }) : undefined;
  return stats?.isFile() === true ? file : undefined;
}

export function sendFile(response: ServerResponse, folder: string, urlPath: string): void {
  const file = fileBelow(folder, urlPath);
  if (file === undefined) {
    sendJson(response, 404, { message: `no file ${urlPath}` });
    return;
  }
  response.writeHead(200, { 'content-type': contentTypeOf(file), 'cache-control': 'no-cache' });
  createReadStream(file).pipe(response);
}
