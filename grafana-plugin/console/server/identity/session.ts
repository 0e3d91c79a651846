import type { IncomingMessage } from 'node:http';
import { personaOf, personas, type Persona } from './personas.ts';

const cookieName = 'aicos_console';

function cookieOf(request: IncomingMessage): string | undefined {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = part.trim().split('=');
    if (name === cookieName) {
      return value;
    }
  }
  return undefined;
}

/** Whoever has not chosen yet is the viewer: the persona with the fewest rights. */
export function personaOfRequest(request: IncomingMessage): Persona {
  return personaOf(cookieOf(request)) ?? personas[0];
}

export function sessionCookie(persona: Persona): string {
  return `${cookieName}=${persona.id}; Path=/; HttpOnly; SameSite=Strict`;
}
