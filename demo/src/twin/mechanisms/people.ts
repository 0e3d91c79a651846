import { dateOf, daySeconds, isoOf } from '../calendar.ts';
import { keyFor, nextId, timeOf, write, type TwinDay } from '../day.ts';
import { update } from '../facts.ts';
import { departments } from '../initial/people.ts';
import { draw, keyOf, lognormal } from '../random.ts';

/** One leaver about every hundred days; the seat is filled five weeks after it was approved. */
const leaveEvery = 100;
const growEvery = 240;

export function runPeople(today: TwinDay): void {
  const { day } = today;
  if (day % leaveEvery === 17) leave(today);
  if (day % growEvery === 40) openSeat(today, departments[Math.floor(day / growEvery) % departments.length] ?? 'tech');
  for (const requisition of today.state.people.openRequisitions)
    if (requisition.hireDay === day) hire(today, requisition);
  today.state.people.openRequisitions = today.state.people.openRequisitions.filter((open) => open.hireDay > day);
  if (today.detail === 'full') writeShifts(today);
}

function leave(today: TwinDay): void {
  const staff = today.state.people.employees.filter((employee) => !employee.left);
  const leaver = staff[Math.floor(draw(keyFor(today, 'people', 0), 1) * staff.length)];
  if (leaver === undefined) return;
  leaver.left = true;
  update(today.facts, 'employees', leaver.id, { left_at: dateOf(today.day), leave_reason: 'resigned' });
  openSeat(today, leaver.department);
}

function openSeat(today: TwinDay, department: string): void {
  const { state, day } = today;
  const id = nextId(state, 'job_requisitions');
  const hireDay = day + Math.round(32 * lognormal(keyOf(state.seed, 'people', 500 + id, 0), 1, 0.13));
  state.people.openRequisitions.push({ id, department, approvedDay: day, hireDay });
  write(today, 'job_requisitions', {
    id,
    department,
    title: `${department} specialist`,
    approved_at: timeOf(today, 9 * 3600),
    closed_at: null,
  });
}

function hire(today: TwinDay, requisition: { id: number; department: string; approvedDay: number }): void {
  const { state } = today;
  write(today, 'candidates', {
    id: nextId(state, 'candidates'),
    requisition_id: requisition.id,
    first_contact_at: isoOf((requisition.approvedDay + 8) * daySeconds + 36_000),
    offer_accepted_at: timeOf(today, 16 * 3600),
  });
  update(today.facts, 'job_requisitions', requisition.id, { closed_at: timeOf(today, 16 * 3600) });
  const id = nextId(state, 'employees');
  state.people.employees.push({ id, department: requisition.department, left: false });
  write(today, 'employees', {
    id,
    department: requisition.department,
    hired_at: dateOf(today.day),
    left_at: null,
    leave_reason: null,
  });
}

/** Shifts of the teams whose shortage shows in a KPI. */
function writeShifts(today: TwinDay): void {
  const { state, calendar } = today;
  const count = {
    support: Math.round(state.support.agents),
    warehouse: calendar.weekday === 0 ? 0 : calendar.weekday === 6 ? 5 : 9,
  };
  for (const team of ['support', 'warehouse'] as const) {
    const staff = state.people.employees.filter((employee) => employee.department === team && !employee.left);
    for (let seat = 0; seat < Math.min(count[team], staff.length); seat += 1) {
      const employee = staff[(seat + today.day) % staff.length];
      write(today, 'staff_shifts', {
        id: nextId(state, 'staff_shifts'),
        employee_id: employee?.id ?? null,
        team,
        warehouse_id: team === 'warehouse' ? 1 : null,
        starts_at: timeOf(today, 8 * 3600),
        ends_at: timeOf(today, (team === 'support' ? 20 : 17) * 3600),
        planned: true,
      });
    }
  }
}
