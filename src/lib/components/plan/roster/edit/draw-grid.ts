import type { PlacedShift } from '#solver/rostering/edit/index.ts';
import { drawCover, type CoverStrip } from './draw-cover.ts';
import { inSight, xOf, type GridShape, type Scroll } from './grid-geometry.ts';
import { activityColor, type GridPalette } from './grid-palette.ts';

export const HEAD_HEIGHT = 36;

/** What a mark says of a day, of one agent or of all: a broken rule, or one that may be broken for a reason. */
export type DayMark = 'broken' | 'accepted';

export interface GridRow {
	id: string;
	name: string;
	/** Under the name. */
	detail: string;
}

/** Of a column: its heading, what stands under it, and whether all together break a rule on its day. */
export interface GridHead {
	text: string;
	detail: string;
	mark: DayMark | null;
}

export interface GridDrawing {
	shape: GridShape;
	scroll: Scroll;
	size: { width: number; height: number };
	ratio: number;
	palette: GridPalette;
	/** The strip above the rows. */
	cover: CoverStrip;
	rows: readonly GridRow[];
	/** By column. */
	heads: readonly GridHead[];
	/** At the left of the strip. */
	coverWords: readonly string[];
	shiftsOf: (agent: string) => readonly PlacedShift[];
	markOf: (agent: string, day: number) => DayMark | null;
	/** Time that coaching takes out of shifts, in the day's minutes. */
	reservedOf: (agent: string) => readonly { day: number; fromMinute: number; toMinute: number }[];
	focus: { row: number; column: number } | null;
	selected: ReadonlySet<string>;
	/** A shift while it is dragged; `isPossible` false where it may not be dropped. */
	ghost: { row: number; shift: PlacedShift; from: string } | null;
	hasFocus: boolean;
	clock: (minute: number) => string;
	letterOf: (kind: 'break' | 'lunch' | 'training' | 'meeting') => string;
}

const BAR_INSET = 3;
const STRIP_HEIGHT = 5;

/** Draws what is in sight: rows and columns below, names, heads and cover over them, so that they stay. */
export function drawGrid(context: CanvasRenderingContext2D, drawing: GridDrawing): void {
	const { shape, scroll, size, ratio, palette, rows } = drawing;
	const { left, top, rowHeight, columnWidth } = shape;
	const seen = inSight(shape, scroll, size, rows.length);
	context.setTransform(ratio, 0, 0, ratio, 0, 0);
	context.fillStyle = palette.surface;
	context.fillRect(0, 0, size.width, size.height);
	context.textBaseline = 'middle';

	context.save();
	context.beginPath();
	context.rect(left, top, size.width - left, size.height - top);
	context.clip();
	drawLines(context, drawing, seen);
	for (let row = seen.fromRow; row < seen.toRow; row++) {
		const y = top + row * rowHeight - scroll.y;
		drawRow(context, drawing, rows[row]!.id, y, seen);
	}
	const { focus, ghost } = drawing;
	if (ghost) {
		context.globalAlpha = 0.85;
		drawShift(context, drawing, ghost.shift, top + ghost.row * rowHeight - scroll.y, null, true);
		context.globalAlpha = 1;
	}
	if (focus) {
		context.strokeStyle = palette.accent;
		context.lineWidth = drawing.hasFocus ? 2 : 1;
		context.strokeRect(
			left + focus.column * columnWidth - scroll.x + 1,
			top + focus.row * rowHeight - scroll.y + 1,
			Math.max(4, columnWidth - 2),
			rowHeight - 2
		);
	}
	context.restore();

	drawNames(context, drawing, seen);
	drawHeads(context, drawing, seen);
}

type Seen = ReturnType<typeof inSight>;

function drawLines(
	context: CanvasRenderingContext2D,
	{ shape, scroll, size, palette }: GridDrawing,
	seen: Seen
) {
	const { left, top, rowHeight, columns, columnWidth } = shape;
	context.fillStyle = palette.gridLine;
	for (let row = seen.fromRow; row <= seen.toRow; row++)
		context.fillRect(left, Math.round(top + row * rowHeight - scroll.y) - 1, size.width - left, 1);
	for (let column = seen.fromColumn; column <= seen.toColumn; column++) {
		// Of a day's intervals only the hours have a line.
		if (shape.kind === 'day' && (columns[column]?.fromMinute ?? 0) % 60 !== 0) continue;
		context.fillRect(Math.round(left + column * columnWidth - scroll.x) - 1, top, 1, size.height - top);
	}
}

function drawRow(
	context: CanvasRenderingContext2D,
	drawing: GridDrawing,
	agent: string,
	y: number,
	seen: Seen
): void {
	const { shape, scroll, palette, ghost } = drawing;
	const { columns, left, columnWidth, rowHeight } = shape;
	const [first, last] = [columns[seen.fromColumn], columns[seen.toColumn - 1]];
	if (!first || !last) return;
	const marked = new Set<number>();
	const shifts = drawing.shiftsOf(agent);
	for (const shift of shifts) {
		// A shift of the day before may reach into the first one.
		if (shift.day > last.day || shift.day < first.day - 1) continue;
		if (shape.kind === 'days' && shift.day < first.day) continue;
		const mark = drawing.markOf(agent, shift.day);
		marked.add(shift.day);
		if (ghost?.from === shift.id) context.globalAlpha = 0.35;
		const sameDay = shape.kind === 'days' ? shifts.filter(({ day }) => day === shift.day) : [];
		const slot = { place: Math.max(0, sameDay.indexOf(shift)), count: Math.max(1, sameDay.length) };
		drawShift(context, drawing, shift, y, mark, drawing.selected.has(shift.id), slot);
		context.globalAlpha = 1;
	}
	for (const { day, fromMinute, toMinute } of drawing.reservedOf(agent)) {
		if (shape.kind === 'days' || day !== first.day) continue;
		context.strokeStyle = palette.accent;
		context.setLineDash([3, 2]);
		const x = left + xOf(shape, day, fromMinute) - scroll.x;
		context.strokeRect(x, y + 5, xOf(shape, day, toMinute) - xOf(shape, day, fromMinute), rowHeight - 11);
		context.setLineDash([]);
	}
	// A rule that a day off breaks has no shift to stand on.
	if (shape.kind === 'days')
		for (let column = seen.fromColumn; column < seen.toColumn; column++) {
			const { day } = columns[column]!;
			const mark = marked.has(day) ? null : drawing.markOf(agent, day);
			if (mark) drawMark(context, drawing, left + (column + 1) * columnWidth - scroll.x - 6, y + 4, mark);
		}
}

/** A bar by its time of the day, or a day's cell with its hours and a strip of its parts. */
function drawShift(
	context: CanvasRenderingContext2D,
	drawing: GridDrawing,
	shift: PlacedShift,
	y: number,
	mark: DayMark | null,
	isSelected: boolean,
	slot = { place: 0, count: 1 }
): void {
	const { shape, scroll, palette, clock } = drawing;
	const { left, rowHeight, columnWidth, columns } = shape;
	const end = shift.startMinute + shift.lengthMinutes;
	const isDays = shape.kind === 'days';
	const cell = (columnWidth - 2 * BAR_INSET - 1) / slot.count;
	const x = isDays
		? left + (shift.day - columns[0]!.day) * columnWidth - scroll.x + BAR_INSET + slot.place * cell
		: left + xOf(shape, shift.day, shift.startMinute) - scroll.x;
	const width = isDays ? cell : xOf(shape, shift.day, end) - xOf(shape, shift.day, shift.startMinute);
	const [barY, height] = [y + BAR_INSET + 1, rowHeight - 2 * BAR_INSET - 3];
	context.fillStyle = mark === 'broken' ? palette.breachSoft : palette.accentSoft;
	context.fillRect(x, barY, width, height);

	const inner = isDays ? height - STRIP_HEIGHT : 0;
	const stripHeight = isDays ? STRIP_HEIGHT : 5;
	const part = (fromMinute: number, minutes: number) => ({
		at: x + (fromMinute / shift.lengthMinutes) * width,
		wide: (minutes / shift.lengthMinutes) * width
	});
	context.fillStyle = palette.work;
	context.fillRect(x, isDays ? barY + inner : barY + height - stripHeight, width, stripHeight);
	for (const { offsetMinute, lengthMinutes, paid, kind } of shift.breaks) {
		const { at, wide } = part(offsetMinute, lengthMinutes);
		const color = activityColor(palette, kind, paid);
		if (isDays) {
			context.fillStyle = palette.surface;
			context.fillRect(at, barY + inner, wide, stripHeight);
			context.fillStyle = color;
			context.fillRect(at, barY + inner + 1, wide, stripHeight - 1);
			continue;
		}
		context.fillStyle = palette.surface;
		context.fillRect(at, barY, wide, height);
		context.fillStyle = color;
		context.globalAlpha *= 0.28;
		context.fillRect(at, barY, wide, height);
		context.globalAlpha /= 0.28;
		context.fillRect(at, barY, wide, 3);
		context.fillRect(at, barY + height - 3, wide, 3);
		if (wide >= 9) {
			context.fillStyle = palette.text;
			context.font = `600 10px ${palette.font}`;
			context.textAlign = 'center';
			context.fillText(drawing.letterOf(kind ?? 'break'), at + wide / 2, barY + height / 2);
		}
	}
	context.strokeStyle = mark === 'broken' ? palette.breach : isSelected ? palette.accent : palette.work;
	context.lineWidth = isSelected ? 2 : 1;
	context.strokeRect(x + 0.5, barY + 0.5, width - 1, height - 1);

	context.fillStyle = palette.text;
	context.font = `12px ${palette.font}`;
	if (isDays) {
		context.textAlign = 'center';
		const hours = slot.count === 1 ? `${clock(shift.startMinute)}–${clock(end)}` : clock(shift.startMinute);
		context.fillText(hours, x + (width - (mark ? 12 : 0)) / 2, barY + inner / 2 + 1);
	} else if (width > 84) {
		const firstPart = shift.breaks[0];
		const room = firstPart ? (firstPart.offsetMinute / shift.lengthMinutes) * width : width;
		context.textAlign = 'left';
		if (room > 42) context.fillText(clock(shift.startMinute), x + 7, barY + height / 2 - 1);
		const lastPart = shift.breaks.at(-1);
		const after = lastPart
			? width - ((lastPart.offsetMinute + lastPart.lengthMinutes) / shift.lengthMinutes) * width
			: width / 2;
		context.textAlign = 'right';
		if (after > 42) context.fillText(clock(end), x + width - 7, barY + height / 2 - 1);
	}
	if (mark) drawMark(context, drawing, x + width - 5, barY + 1, mark);
}

/** A triangle with "!": red and filled where a rule is broken, an outline where that has a reason. */
function drawMark(
	context: CanvasRenderingContext2D,
	{ palette }: GridDrawing,
	x: number,
	y: number,
	mark: DayMark
): void {
	context.beginPath();
	context.moveTo(x, y - 1);
	context.lineTo(x + 7, y + 12);
	context.lineTo(x - 7, y + 12);
	context.closePath();
	context.fillStyle = mark === 'broken' ? palette.breach : palette.surface;
	context.fill();
	context.strokeStyle = mark === 'broken' ? palette.surface : palette.watch;
	context.lineWidth = 1.5;
	context.stroke();
	context.fillStyle = mark === 'broken' ? palette.surface : palette.watch;
	context.font = `700 9px ${palette.font}`;
	context.textAlign = 'center';
	context.fillText('!', x, y + 7.5);
}

function drawNames(context: CanvasRenderingContext2D, drawing: GridDrawing, seen: Seen): void {
	const { shape, scroll, size, palette, rows, focus } = drawing;
	const { left, top, rowHeight } = shape;
	context.save();
	context.beginPath();
	context.rect(0, top, left, size.height - top);
	context.clip();
	context.fillStyle = palette.surface;
	context.fillRect(0, top, left, size.height - top);
	context.textAlign = 'left';
	for (let row = seen.fromRow; row < seen.toRow; row++) {
		const y = top + row * rowHeight - scroll.y;
		const { name, detail } = rows[row]!;
		if (focus?.row === row) {
			context.fillStyle = palette.accentSoft;
			context.fillRect(0, y, left, rowHeight - 1);
		}
		context.fillStyle = palette.text;
		context.font = `13px ${palette.font}`;
		context.fillText(fitted(context, name, left - 20), 12, y + rowHeight / 2 - 8);
		context.fillStyle = palette.muted;
		context.font = `11px ${palette.font}`;
		context.fillText(fitted(context, detail, left - 20), 12, y + rowHeight / 2 + 8);
		context.fillStyle = palette.gridLine;
		context.fillRect(0, Math.round(y + rowHeight) - 1, left, 1);
	}
	context.restore();
	context.fillStyle = palette.border;
	context.fillRect(left - 1, 0, 1, size.height);
}

function drawHeads(context: CanvasRenderingContext2D, drawing: GridDrawing, seen: Seen): void {
	const { shape, scroll, size, palette, heads, cover, coverWords, focus } = drawing;
	const { left, top, columnWidth } = shape;
	context.fillStyle = palette.surface;
	context.fillRect(0, 0, size.width, top);
	context.save();
	context.beginPath();
	context.rect(left, 0, size.width - left, top);
	context.clip();
	drawCover(context, shape, scroll, size.width, cover, palette);
	context.restore();
	context.textAlign = 'left';
	context.font = `11px ${palette.font}`;
	coverWords.forEach((words, line) => {
		context.fillStyle = line === 0 ? palette.text : palette.muted;
		context.fillText(fitted(context, words, left - 16), 12, 14 + line * 16);
	});
	const y = top - HEAD_HEIGHT;
	context.save();
	context.beginPath();
	context.rect(left, y, size.width - left, HEAD_HEIGHT);
	context.clip();
	for (let column = seen.fromColumn; column < seen.toColumn; column++) {
		const { text, detail, mark } = heads[column] ?? { text: '', detail: '', mark: null };
		const x = left + column * columnWidth - scroll.x;
		if (focus?.column === column) {
			context.fillStyle = palette.accentSoft;
			context.fillRect(x, y, columnWidth, HEAD_HEIGHT);
		}
		if (text === '') continue;
		context.fillStyle = shape.kind === 'days' ? palette.accent : palette.muted;
		context.font = `540 12px ${palette.font}`;
		if (shape.kind === 'days') {
			context.textAlign = 'center';
			context.fillText(text, x + columnWidth / 2, y + 11);
			context.fillStyle = palette.muted;
			context.font = `11px ${palette.font}`;
			context.fillText(detail, x + columnWidth / 2, y + 26);
			if (mark) drawMark(context, drawing, x + columnWidth - 11, y + 4, mark);
		} else {
			context.textAlign = 'left';
			context.fillText(text, x + 3, y + HEAD_HEIGHT - 10);
		}
	}
	context.restore();
	context.fillStyle = palette.border;
	context.fillRect(0, y, size.width, 1);
	context.fillRect(0, top - 1, size.width, 1);
	context.fillRect(left - 1, 0, 1, top);
}

const widths = new Map<string, string>();

/** The text, or as much of it as there is room for; measured once. */
function fitted(context: CanvasRenderingContext2D, text: string, room: number): string {
	const key = `${context.font} ${room} ${text}`;
	let found = widths.get(key);
	if (found === undefined) {
		found = text;
		while (found.length > 1 && context.measureText(found).width > room) found = `${found.slice(0, -2)}…`;
		// A page left open for long edits many hours: what no longer stands must not pile up.
		if (widths.size > 5_000) widths.clear();
		widths.set(key, found);
	}
	return found;
}
