import type { IncomingMessage, ServerResponse } from 'node:http';
import { personaOf } from '../identity/personas.ts';
import { sessionCookie } from '../identity/session.ts';
import { readObject } from '../request-body.ts';
import { sendJson } from '../respond.ts';
import type { Theme } from '../static/boot-page.ts';

const themeCookie = 'aicos_theme';

export function themeOf(request: IncomingMessage): Theme {
  return (request.headers.cookie ?? '').includes(`${themeCookie}=light`) ? 'light' : 'dark';
}

/** `POST /console/session` {persona} */
export async function switchPersona(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { persona: id } = await readObject(request);
  const persona = personaOf(typeof id === 'string' ? id : undefined);
  if (persona === undefined) {
    sendJson(response, 400, { message: `nobody is called ${JSON.stringify(id)}` });
    return;
  }
  response.setHeader('set-cookie', sessionCookie(persona));
  sendJson(response, 200, { persona: persona.id });
}

/** `POST /console/theme` {theme} */
export async function switchTheme(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { theme } = await readObject(request);
  if (theme !== 'light' && theme !== 'dark') {
    sendJson(response, 400, { message: 'theme is light or dark' });
    return;
  }
  response.setHeader('set-cookie', `${themeCookie}=${theme}; Path=/; SameSite=Strict`);
  sendJson(response, 200, { theme });
}
