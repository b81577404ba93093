import { z } from 'zod';
import type { LeaveTerms } from '#lib/contracts/requests.ts';
import type { Context } from '../context.ts';
import { readSetting } from '../setting.ts';

export const LEAVE_TERMS_KEY = 'leave.terms';

/** What most centres begin with. */
const USUAL: LeaveTerms = {
	kinds: [
		{
			id: 'holiday',
			name: { en: 'Holiday', es: 'Vacaciones' },
			unit: 'days',
			yearly: 22,
			takesPlace: true
		},
		{
			id: 'unpaid',
			name: { en: 'Unpaid leave', es: 'Permiso sin sueldo' },
			unit: 'days',
			yearly: null,
			takesPlace: true
		},
		{
			id: 'training',
			name: { en: 'Training', es: 'Formación' },
			unit: 'hours',
			yearly: 20,
			takesPlace: true
		}
	],
	isAutomatic: false,
	daysPerWeek: 5
};

const words = z.string().trim().min(1, 'wanted a name').max(60, 'at most 60 characters');
export const LeaveTermsInput = z.object({
	kinds: z
		.array(
			z.object({
				id: z.string().regex(/^[a-z0-9-]{1,40}$/, 'small letters, digits and hyphens'),
				name: z.object({ en: words, es: words }),
				unit: z.enum(['days', 'hours']),
				yearly: z.number().min(0, 'not below 0').max(10_000, 'at most 10,000').nullable(),
				takesPlace: z.boolean()
			})
		)
		.min(1, 'wanted a kind of leave')
		.max(20, 'at most 20 kinds')
		.refine((kinds) => new Set(kinds.map(({ id }) => id)).size === kinds.length, 'two kinds of one name'),
	isAutomatic: z.boolean(),
	daysPerWeek: z.int().min(1, 'not below 1').max(7, 'at most 7')
});

/** For domains: rights are the caller's. */
export const readLeaveTerms = (ctx: Context): Promise<LeaveTerms> =>
	readSetting(ctx, LEAVE_TERMS_KEY, LeaveTermsInput, USUAL);
