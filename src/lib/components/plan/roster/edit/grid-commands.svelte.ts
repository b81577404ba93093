import type { EditName } from '#lib/contracts/roster-edits.ts';
import {
	movedTo,
	shapeProblem,
	splitAt,
	stretched,
	withPart,
	type PlacedShift
} from '#solver/rostering/edit/index.ts';
import { shiftUnder, type GridColumn, type GridShape } from './grid-geometry.ts';
import { usualPart, type PartKind } from './part-kinds.ts';
import type { RosterEditor } from './roster-editor.svelte.ts';

type Copied = { rows: number; days: number; shift: PlacedShift };

/** Why a command did nothing. */
export type Refusal = 'nothing-here' | 'does-not-fit' | 'nothing-copied';

/** What can be done to the shifts of the grid, by mouse, key or button alike. Focus and selection live here. */
export class GridCommands {
	focus = $state.raw<{ row: number; column: number }>({ row: 0, column: 0 });
	/** Ids of shifts chosen together; empty: the one in focus. */
	// eslint-disable-next-line svelte/prefer-svelte-reactivity -- within this call alone
	selected = $state.raw<ReadonlySet<string>>(new Set());
	copied = $state.raw<readonly Copied[]>([]);
	onrefused: (why: Refusal) => void = () => undefined;
	readonly #editor: RosterEditor;
	/** People in the order of the rows. */
	readonly #rows: () => readonly { id: string }[];
	readonly #shape: () => GridShape;

	constructor(editor: RosterEditor, rows: () => readonly { id: string }[], shape: () => GridShape) {
		this.#editor = editor;
		this.#rows = rows;
		this.#shape = shape;
	}

	get agent(): string | null {
		return this.#rows()[this.focus.row]?.id ?? null;
	}
	get column(): GridColumn | null {
		return this.#shape().columns[this.focus.column] ?? null;
	}
	/** The shift in focus. */
	get shift(): PlacedShift | null {
		const { agent, column } = this;
		if (agent === null || column === null || !this.#editor.roster) return null;
		return shiftUnder(this.#shape(), this.#editor.roster.shiftsOf(agent), {
			column: this.focus.column,
			minute: column.fromMinute
		});
	}
	/** What a command is about: the selected shifts, or the one in focus. */
	get shifts(): PlacedShift[] {
		if (this.selected.size === 0) return this.shift ? [this.shift] : [];
		const { roster } = this.#editor;
		return this.#rows().flatMap(
			({ id }) => roster?.shiftsOf(id).filter((shift) => this.selected.has(shift.id)) ?? []
		);
	}

	moveFocus(rows: number, columns: number): void {
		const within = (n: number, count: number) => Math.max(0, Math.min(count - 1, n));
		this.focus = {
			row: within(this.focus.row + rows, this.#rows().length),
			column: within(this.focus.column + columns, this.#shape().columns.length)
		};
	}

	toggle(shift: PlacedShift | null): void {
		if (!shift) return;
		const others = [...this.selected].filter((id) => id !== shift.id);
		// eslint-disable-next-line svelte/prefer-svelte-reactivity -- within this call alone
		this.selected = new Set(this.selected.has(shift.id) ? others : [...others, shift.id]);
	}

	/** By steps of the grid: days or intervals along, people up and down. The focus goes along. */
	move(columns: number, rows: number): void {
		const isDays = this.#shape().kind === 'days';
		const people = this.#rows();
		const step = this.#shape().intervalMinutes;
		const isDone = this.#change('move', (shift) => {
			const row = people.findIndex(({ id }) => id === shift.agent) + rows;
			return [
				movedTo(shift, {
					...(people[row] && { agent: people[row].id }),
					...(isDays ? { day: shift.day + columns } : { startMinute: shift.startMinute + columns * step })
				})
			];
		});
		if (isDone) this.moveFocus(rows, columns);
	}

	/** The start and the end by minutes. */
	stretch(startBy: number, endBy: number): void {
		this.#change('stretch', (shift) => {
			const end = shift.startMinute + shift.lengthMinutes;
			return [stretched(shift, shift.startMinute + startBy, end + endBy)];
		});
	}

	remove(): void {
		this.#change('remove', () => []);
		// eslint-disable-next-line svelte/prefer-svelte-reactivity -- within this call alone
		this.selected = new Set();
	}

	/** A part at the focus; in a grid of days in the middle of the shift, or the next place that is free. */
	insert(kind: PartKind): void {
		const { intervalMinutes, kind: view } = this.#shape();
		const part = usualPart(kind, intervalMinutes);
		this.#change('parts', (shift) => {
			const focused = this.column!.day * 1_440 + this.column!.fromMinute - shift.day * 1_440;
			const middle = Math.floor(shift.lengthMinutes / 2 / intervalMinutes) * intervalMinutes;
			const wanted = view === 'day' ? focused : shift.startMinute + middle;
			for (let by = 0; by < shift.lengthMinutes; by += intervalMinutes)
				for (const fromMinute of view === 'day' ? [wanted] : [wanted + by, wanted - by]) {
					const made = withPart(shift, { fromMinute, ...part });
					if (made) return [made];
				}
			return [null];
		});
	}

	/** Two shifts in place of one, cut at the focus; in a grid of days in the middle. */
	split(): void {
		const { intervalMinutes, kind } = this.#shape();
		this.#change('split', (shift) => {
			const middle =
				shift.startMinute + Math.floor(shift.lengthMinutes / 2 / intervalMinutes) * intervalMinutes;
			const { day, fromMinute } = this.column!;
			const at = kind === 'day' ? (day - shift.day) * 1_440 + fromMinute : middle;
			return splitAt(shift, at, crypto.randomUUID()) ?? [null];
		});
	}

	copy(): void {
		const { shifts } = this;
		if (shifts.length === 0) return this.onrefused('nothing-here');
		const rowOf = (agent: string) => this.#rows().findIndex(({ id }) => id === agent);
		const row = Math.min(...shifts.map(({ agent }) => rowOf(agent)));
		const day = Math.min(...shifts.map((shift) => shift.day));
		this.copied = shifts.map((shift) => ({ rows: rowOf(shift.agent) - row, days: shift.day - day, shift }));
	}

	/** Each copied shift at its place from the focus on; what begins there on that day goes. */
	paste(): void {
		const { column } = this;
		const { roster } = this.#editor;
		if (this.copied.length === 0 || !column || !roster) return this.onrefused('nothing-copied');
		const before: PlacedShift[] = [];
		const after: PlacedShift[] = [];
		for (const { rows, days, shift } of this.copied) {
			const agent = this.#rows()[this.focus.row + rows]?.id;
			if (agent === undefined) return this.onrefused('does-not-fit');
			const day = column.day + days;
			before.push(...roster.shiftsOf(agent).filter((stands) => stands.day === day));
			after.push({ ...movedTo(shift, { agent, day }), id: crypto.randomUUID() });
		}
		this.#commit('paste', before, after);
	}

	/** A shift that is new, or has other values; null where it can't stand. */
	put(what: EditName, before: readonly PlacedShift[], after: readonly PlacedShift[]): boolean {
		return this.#commit(what, before, after);
	}

	#change(what: EditName, change: (shift: PlacedShift) => (PlacedShift | null)[]): boolean {
		const { shifts } = this;
		if (shifts.length === 0) {
			this.onrefused('nothing-here');
			return false;
		}
		return this.#commit(what, shifts, shifts.flatMap(change));
	}

	#commit(what: EditName, before: readonly PlacedShift[], after: readonly (PlacedShift | null)[]): boolean {
		const problem = this.#editor.workspace?.problem;
		if (!problem || after.some((shift) => shift === null || shapeProblem(problem, shift) !== null)) {
			this.onrefused('does-not-fit');
			return false;
		}
		this.#editor.commit(what, { before, after: after as PlacedShift[] });
		return true;
	}
}
