import type { Snippet } from 'svelte';

export type CellValue = string | number | boolean | null | undefined;

/** One column of a Table. */
export type Column<Row> = {
	id: string;
	/** The heading, translated. */
	label: string;
	/** The raw value: sorts, and goes to the CSV as it is. Unknown is null. */
	value: (row: Row) => CellValue;
	/** What a person reads; unknown and missing become a dash without it. */
	format?: (value: CellValue, row: Row) => string;
	/** Draws the cell in place of the formatted text. */
	cell?: Snippet<[Row, Column<Row>]>;
	/** 'end' for numbers. */
	align?: 'start' | 'end';
	/** CSS width; give one to live numbers. */
	width?: string;
	/** true unless said. */
	sortable?: boolean;
	/** Not shown until chosen. */
	hidden?: boolean;
	/** Can't be switched off. */
	fixed?: boolean;
	/** Said on the heading when pointed at. */
	hint?: string;
};

export type Sort = { id: string; direction: 'asc' | 'desc' };
