import { describe, expect, it } from 'vitest';
import { isCurrent } from './is-current.ts';
import { NAV } from './nav.ts';
import { readTheme } from './theme.ts';
import { visibleNav } from './visible-nav.ts';

describe('visibleNav()', () => {
	it('shows only what the rights open, in the order of the table', () => {
		const shown = visibleNav(NAV, ['staffing.view', 'live.view']).map((item) => item.href);
		expect(shown).toContain('/plan/roster');
		expect(shown).not.toContain('/settings');
		const ofAll = visibleNav(NAV, ['quality.view', 'quality.own']).map((item) => item.href);
		expect(ofAll).toContain('/coaching/quality');
		expect(ofAll).not.toContain('/coaching/quality/evaluations');
		expect(visibleNav(NAV, [])).toEqual(NAV.filter((item) => item.right === null));
	});
});

describe('isCurrent()', () => {
	it('marks a page and those below it, and the floor at its own address and its queues', () => {
		expect(isCurrent('/plan/roster', '/plan/roster/7')).toBe(true);
		expect(isCurrent('/plan/roster', '/plan/rosters')).toBe(false);
		expect(isCurrent('/', '/agents')).toBe(false);
		expect(isCurrent('/', '/')).toBe(true);
		expect(isCurrent('/', '/queues/7')).toBe(true);
		const both = [{ href: '/coaching' }, { href: '/coaching/quality' }];
		expect(isCurrent('/coaching', '/coaching/quality/forms', both)).toBe(false);
		expect(isCurrent('/coaching/quality', '/coaching/quality/forms', both)).toBe(true);
		expect(isCurrent('/coaching', '/coaching/agents/7', both)).toBe(true);
	});
});

describe('readTheme()', () => {
	it('takes no other word than the three', () => {
		expect(readTheme('dark')).toBe('dark');
		expect(readTheme('"><script>')).toBe('system');
		expect(readTheme(undefined)).toBe('system');
	});
});
