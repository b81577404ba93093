/** Hours of a shift without its unpaid breaks. */
export function paidHours({
	startAt,
	endAt,
	breaks
}: {
	startAt: number;
	endAt: number;
	breaks: readonly { startAt: number; endAt: number; isPaid: boolean }[];
}): number {
	const unpaid = breaks.reduce((sum, pause) => sum + (pause.isPaid ? 0 : pause.endAt - pause.startAt), 0);
	return (endAt - startAt - unpaid) / 3_600_000;
}
