import type { OfferKind, OfferedPart } from '#lib/contracts/offers.ts';

type Span = { startAt: number; endAt: number };

/** Less is not worth asking anybody for. */
const LEAST_MS = 15 * 60_000;

/**
 * What an offered span would be to one person: overtime joins the shift at its end or its start, whichever gives more, or
 * is a shift of its own on a free day; time off takes the end or the start of a shift, or all of it.
 *
 * @param shifts the person's, in order of time, from the day before to the day after
 * @param day the local day on which the span begins
 * @returns null where it would be none of these
 */
export function partOfDay(
	kind: OfferKind,
	{ fromAt, toAt }: { fromAt: number; toAt: number },
	shifts: readonly Span[],
	day: { fromAt: number; toAt: number }
): OfferedPart | null {
	const part = kind === 'overtime' ? overtime(fromAt, toAt, shifts, day) : timeOff(fromAt, toAt, shifts);
	return part && part.toAt - part.fromAt >= LEAST_MS ? part : null;
}

function overtime(
	fromAt: number,
	toAt: number,
	shifts: readonly Span[],
	day: { fromAt: number; toAt: number }
): OfferedPart | null {
	const isFree = (from: number, to: number) =>
		!shifts.some(({ startAt, endAt }) => startAt < to && endAt > from);
	const joined = shifts.flatMap(({ startAt, endAt }): OfferedPart[] => [
		{ change: 'extended', fromAt: endAt, toAt },
		{ change: 'earlier', fromAt, toAt: startAt }
	]);
	const [longest] = joined
		.filter((one) => one.fromAt >= fromAt && one.toAt <= toAt && one.toAt > one.fromAt)
		.filter((one) => isFree(one.fromAt, one.toAt))
		.sort((a, b) => b.toAt - b.fromAt - (a.toAt - a.fromAt));
	if (longest) return longest;
	const worksThatDay = shifts.some(({ startAt }) => startAt >= day.fromAt && startAt < day.toAt);
	return worksThatDay || !isFree(fromAt, toAt) ? null : { change: 'called', fromAt, toAt };
}

function timeOff(fromAt: number, toAt: number, shifts: readonly Span[]): OfferedPart | null {
	const shift = shifts.find(({ startAt, endAt }) => startAt < toAt && endAt > fromAt);
	if (!shift) return null;
	const [from, to] = [Math.max(fromAt, shift.startAt), Math.min(toAt, shift.endAt)];
	const [takesStart, takesEnd] = [from === shift.startAt, to === shift.endAt];
	if (!takesStart && !takesEnd) return null;
	const change = takesStart && takesEnd ? 'absent' : takesEnd ? 'leaves' : 'late';
	return { change, fromAt: from, toAt: to };
}
