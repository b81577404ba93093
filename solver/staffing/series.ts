import { refuse } from './check-staffing.ts';

/** One value for every interval, or one for each. */
export type Series = number | ArrayLike<number>;

export const valueAt = <T extends Series | undefined>(series: T, i: number): number | Extract<T, undefined> =>
	(typeof series === 'object' ? series[i] : series) as number | Extract<T, undefined>;

/** Throws unless every series that is not a single value has one for each interval. */
export function checkLengths(
	action: string,
	count: number,
	series: Record<string, ArrayLike<unknown> | number | undefined>
): void {
	for (const [name, values] of Object.entries(series))
		if (typeof values === 'object' && values.length !== count)
			refuse(action, `${name}.length`, values.length, `${count}, one for each interval.`);
}
