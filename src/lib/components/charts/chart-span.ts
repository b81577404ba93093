/** Something that holds over a part of the time axis, drawn behind the lines and said with their values. */
export type ChartSpan = {
	id: string;
	from: number;
	to: number;
	/** Translated. */
	label: string;
	/** A shaded stretch, or a flag on a pole at its start. */
	kind: 'mark' | 'flag';
};
