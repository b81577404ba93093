import { z } from 'zod';

const LONGEST_SECONDS = 30 * 86_400;

const number = z.number({ error: ({ input }) => `"${String(input)}" must be a number` });

const refuse = (ctx: z.RefinementCtx, value: unknown, wanted: string): void =>
	ctx.addIssue({ code: 'custom', message: `"${String(value)}" must be ${wanted}` });

/** A share; percentages are the usual slip, so the message offers the fraction. */
export const fraction = ({ from0 = false, to1 = false }: { from0?: boolean; to1?: boolean } = {}) =>
	number.superRefine((value, ctx) => {
		if (value > 0 && value < 1) return;
		if ((from0 && value === 0) || (to1 && value === 1)) return;
		const wanted = `a fraction ${from0 ? 'from 0' : 'above 0'} ${to1 ? 'to 1' : 'to below 1'}`;
		refuse(ctx, value, wanted + (value > 1 && value < 100 ? `; maybe ${value / 100} was meant` : ''));
	});

/** A time above 0, of at most thirty days. */
export const positiveSeconds = number.superRefine((value, ctx) => {
	if (!(value > 0 && value <= LONGEST_SECONDS))
		refuse(ctx, value, `seconds above 0 and at most ${LONGEST_SECONDS}`);
});

/** More than none. */
export const positiveNumber = (most: number) =>
	number.superRefine((value, ctx) => {
		if (!(value > 0 && value <= most)) refuse(ctx, value, `above 0 and at most ${most}`);
	});

export const seconds = number.superRefine((value, ctx) => {
	if (!(value >= 0 && value <= LONGEST_SECONDS)) refuse(ctx, value, `seconds from 0 to ${LONGEST_SECONDS}`);
});

export const wholeNumber = (least: number, most: number) =>
	number.superRefine((value, ctx) => {
		if (!Number.isInteger(value) || value < least || value > most)
			refuse(ctx, value, `a whole number from ${least} to ${most}`);
	});

/** Hours of a day in minutes after midnight; the end is after the beginning. */
export const hoursInOrder = (
	{ fromMinute, toMinute }: { fromMinute?: number; toMinute?: number },
	ctx: z.RefinementCtx
): void => {
	if ((fromMinute ?? 0) >= (toMinute ?? 1440))
		refuse(ctx, `${fromMinute ?? 0}–${toMinute ?? 1440}`, 'minutes of the day that end after they begin');
};
