/** The days of a series in order of appearance, and each interval's place among them. */
export function numberDays(dayOf: ArrayLike<number>): { days: number[]; dayIndex: Int32Array } {
	const places = new Map<number, number>();
	const dayIndex = Int32Array.from(dayOf, (day) => {
		const place = places.get(day) ?? places.size;
		places.set(day, place);
		return place;
	});
	return { days: [...places.keys()], dayIndex };
}
