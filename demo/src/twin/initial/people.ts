import type { PeopleState } from '../state.ts';

export const departments = ['warehouse', 'support', 'tech', 'marketing', 'people'] as const;
const headcount: Readonly<Record<string, number>> = { warehouse: 14, support: 8, tech: 10, marketing: 5, people: 5 };

export function initialPeople(): PeopleState {
  const employees: PeopleState['employees'] = [];
  for (const department of departments) {
    for (let seat = 0; seat < (headcount[department] ?? 0); seat += 1) {
      employees.push({ id: employees.length + 1, department, left: false });
    }
  }
  return { employees, openRequisitions: [] };
}
