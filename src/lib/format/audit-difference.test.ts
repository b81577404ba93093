import { expect, it } from 'vitest';
import { auditDifference } from './audit-difference.ts';

it('auditDifference() tells only what differs, by its place, and lists as a whole', () => {
	expect(
		auditDifference(
			{ name: 'Billing', target: { level: 0.8, seconds: 20 }, skills: ['a', 'b'], gone: true },
			{ name: 'Billing', target: { level: 0.85, seconds: 20 }, skills: ['b'], note: 'x' }
		)
	).toEqual([
		{ path: 'target.level', before: '0.8', after: '0.85' },
		{ path: 'skills', before: '["a","b"]', after: '["b"]' },
		{ path: 'gone', before: 'true', after: null },
		{ path: 'note', before: null, after: 'x' }
	]);
	expect(auditDifference('held', 'planned')).toEqual([{ path: '', before: 'held', after: 'planned' }]);
	expect(auditDifference(null, { on: false })).toEqual([{ path: 'on', before: null, after: 'false' }]);
	expect(auditDifference(null, null)).toEqual([]);
});
