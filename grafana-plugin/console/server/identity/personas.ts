export type OrgRole = 'Viewer' | 'Editor' | 'Admin';

export interface Persona {
  id: string;
  /** What a visitor reads in the switcher. */
  name: string;
  login: string;
  email: string;
  userId: number;
  orgRole: OrgRole;
  description: string;
}

/** The people `npm start` creates. One approver is a Viewer on purpose: the right to decide is the runner's, not Grafana's. */
export const personas = [
  {
    id: 'viewer',
    name: 'Vera Viewer',
    login: 'viewer',
    email: 'viewer@example.com',
    userId: 2,
    orgRole: 'Viewer',
    description: 'sees everything, decides nothing',
  },
  {
    id: 'approver-a',
    name: 'Alex Approver',
    login: 'approver-a',
    email: 'approver-a@example.com',
    userId: 3,
    orgRole: 'Editor',
    description: 'decides for business and expansion',
  },
  {
    id: 'approver-b',
    name: 'Bea Approver',
    login: 'approver-b',
    email: 'approver-b@example.com',
    userId: 4,
    orgRole: 'Viewer',
    description: 'decides for tech and strategic',
  },
  {
    id: 'admin',
    name: 'Ada Admin',
    login: 'admin',
    email: 'admin@example.com',
    userId: 1,
    orgRole: 'Admin',
    description: 'runs AI-COS: mode, kill switch, agents, audit',
  },
] as const satisfies readonly Persona[];

export function personaOf(id: string | undefined): Persona | undefined {
  return personas.find((persona) => persona.id === id);
}
