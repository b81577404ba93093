import { expect, it } from 'vitest';
import type { LeaveKind } from '#lib/contracts/requests.ts';
import { entitlement, leaveBalance, overdrawn, type Allowance } from './leave-balance.ts';

const kind: LeaveKind = {
	id: 'holiday',
	name: { en: 'Holiday', es: 'Vacaciones' },
	unit: 'days',
	yearly: 22,
	takesPlace: true
};
const own: Allowance = { amount: 20, fromDate: null, toDate: null, carried: 0, carriedUntil: null };
const none = new Map<string, number>();
const on = (...dates: string[]) => new Map(dates.map((date) => [date, 1]));

it('entitlement() is the kind’s without one of one’s own, and goes by the part of the year employed', () => {
	expect(entitlement(kind, null, 2026)).toBe(22);
	expect(entitlement(kind, own, 2026)).toBe(20);
	expect(entitlement(kind, { ...own, amount: null }, 2026)).toBe(null);
	// 184 of 365 days: 10.08, to the next half.
	expect(entitlement(kind, { ...own, fromDate: '2026-07-01' }, 2026)).toBe(10.5);
	expect(entitlement(kind, { ...own, toDate: '2025-12-31' }, 2026)).toBe(0);
	// A leap year's half.
	expect(entitlement(kind, { ...own, toDate: '2028-07-01' }, 2028)).toBe(10);
});

it('what is carried over is spent by its day or lost', () => {
	const allowance = { ...own, carried: 3, carriedUntil: '2026-03-31' };
	const approved = on('2026-02-02', '2026-06-01');
	const of = (today: string) =>
		leaveBalance(kind, allowance, 2026, { approved, asked: none, waiting: none }, today).left;
	expect(of('2026-03-31')).toBe(21);
	expect(of('2026-04-01')).toBe(19);
	// Of what is asked for in summer the three of winter are no part.
	const summer = Array.from({ length: 20 }, (_, i) => `2026-07-${String(i + 1).padStart(2, '0')}`);
	expect(overdrawn(kind, allowance, 2026, on(...summer))).toBe(0);
	expect(overdrawn(kind, allowance, 2026, on(...summer, '2026-08-01'))).toBe(1);
	expect(overdrawn(kind, allowance, 2026, on(...summer, '2026-01-05'))).toBe(0);
});

it('a year is charged with its own days', () => {
	const held = on('2026-12-31', '2027-01-01');
	expect(overdrawn(kind, { ...own, amount: 1 }, 2026, held)).toBe(0);
	expect(overdrawn(kind, { ...own, amount: 0 }, 2026, held)).toBe(1);
	expect(overdrawn(kind, { ...own, amount: null }, 2026, held)).toBe(0);
});
