import type { BalanceModel, Way } from './balance-model.ts';
import type { BalanceProblem } from './balance-problem.ts';
import { lossAt } from './loss-at.ts';
import { PiecewiseCosts } from './piecewise-costs.ts';
import { simplexColumns } from './simplex-columns.ts';
import type { ModelAnswer, WayBounds } from './solve-model.ts';

/** Reduced costs, pivots and ratios closer to 0 than this are 0. */
const TINY = 1e-9;
/** Steps without progress after which the first column that pays enters, so that no circle closes (Bland 1977). */
const PATIENCE = 60;
const REINVERT_AFTER = 400;
/** Steps and changed bounds after which values and multipliers are counted anew, so that rounding does not add up. */
const REFRESH_AFTER = 100;
/** Columns that pay so much of what the best does are tried first until none of them still does. */
const STILL_GOOD = 0.5;
const MOST_STEPS = 20_000;

/**
 * The balance model by a simplex method for convex piecewise-linear costs (Fourer 1985): the staff of a queue is one
 * variable with its whole curve, and not a column a piece, so that a step runs through as many pieces as it pays. A
 * bound is a kink whose far side is steep, so any basis is a start: doing nothing at first, afterwards the last answer,
 * which a search that changes one bound finds nearby.
 *
 * Rows: queues, groups, the limit of moves. The inverse of the basis is held dense and updated where the entering
 * column is not 0. Cost of a step O(rows × entries of the column + entries of all ways); steps grow with the moves
 * made. Equals the general engines on the model's columns: see the tests and `npm run bench -- balance`.
 */
export class PiecewiseSimplex {
	/** Steps of all solutions together. */
	steps = 0;
	readonly #ways: number;
	readonly #queues: number;
	readonly #rows: number;
	readonly #right: Float64Array;
	/** Columns of the ways: starts, rows, values. */
	readonly #start: Int32Array;
	readonly #row: Int32Array;
	readonly #value: Float64Array;
	readonly #cost: Float64Array;
	readonly #loss: readonly (readonly number[])[];
	readonly #costs: PiecewiseCosts;
	/** By variable: ways, then one for each row (a queue's staff, or what a limit leaves). */
	readonly #x: Float64Array;
	/** Row in which it is basic; −1: it is not. */
	readonly #place: Int32Array;
	/** Piece on which a basic variable lies. */
	readonly #piece: Int32Array;
	/** By row: its basic variable; the inverse; the multipliers. */
	readonly #basic: Int32Array;
	readonly #inverse: Float64Array;
	readonly #multiplier: Float64Array;
	readonly #column: Float64Array;
	readonly #touched: Int32Array;
	/** Where the pivot's row of the inverse is not 0: most of it is. */
	readonly #filled: Int32Array;
	#touchedCount = 0;
	#sinceInversion = 0;
	#sinceRefresh = REFRESH_AFTER;
	/** Columns that paid when all were last looked at, and the most that any of them did. */
	readonly #good: number[] = [];
	#bestGain = 0;
	/** What the last look found to enter. */
	#entering = -1;
	#sign: 1 | -1 = 1;
	#gain = 0;

	constructor(problem: BalanceProblem, model: BalanceModel) {
		const { queues } = problem;
		const { ways } = model;
		const { right, start, row, value, cost } = simplexColumns(problem, model);
		[this.#ways, this.#queues, this.#rows] = [ways.length, queues.length, right.length];
		[this.#right, this.#start, this.#row, this.#value, this.#cost] = [right, start, row, value, cost];
		this.#loss = queues.map(({ loss }) => loss);
		this.#costs = new PiecewiseCosts(
			cost,
			Float64Array.from(ways, ({ most }) => most),
			this.#loss
		);
		const variables = ways.length + this.#rows;
		this.#x = new Float64Array(variables);
		this.#place = new Int32Array(variables);
		this.#piece = new Int32Array(variables);
		this.#basic = new Int32Array(this.#rows);
		this.#inverse = new Float64Array(this.#rows * this.#rows);
		this.#multiplier = new Float64Array(this.#rows);
		this.#column = new Float64Array(this.#rows);
		this.#touched = new Int32Array(this.#rows);
		this.#filled = new Int32Array(this.#rows);
		this.#toIdentity();
	}

	/**
	 * Solves with bounds on some of the ways, from where the last solution ended. `stuck`: no end within `MOST_STEPS`, for
	 * which no floor is known; another engine must answer.
	 */
	solve(ways: readonly Way[], bounds: WayBounds = new Map()): ModelAnswer | { status: 'stuck' } {
		for (let w = 0; w < this.#ways; w++) {
			const bound = bounds.get(w);
			this.#bound(w, bound?.least ?? 0, bound?.most ?? ways[w]!.most);
		}
		if (this.#sinceRefresh >= REFRESH_AFTER) this.#refresh();
		this.#good.length = 0;
		let idle = 0;
		for (let step = 0; step < MOST_STEPS; step++) {
			if (this.#sinceInversion >= REINVERT_AFTER) this.#reinvert();
			if (!this.#price(idle > PATIENCE)) {
				// Rounding must not decide that nothing pays any more.
				if (this.#sinceRefresh < REFRESH_AFTER) return this.#answer();
				this.#refresh();
				continue;
			}
			this.steps++;
			this.#sinceRefresh++;
			idle = this.#enter(this.#entering, this.#sign, this.#gain) > TINY ? 0 : idle + 1;
		}
		this.#toIdentity();
		this.#sinceRefresh = REFRESH_AFTER;
		return { status: 'stuck' };
	}

	#answer(): ModelAnswer {
		const x = this.#x;
		const { least, most } = this.#costs;
		const agents = Array.from(x.subarray(0, this.#ways));
		const slack = 1e-6;
		let objective = 0;
		for (let w = 0; w < this.#ways; w++) {
			if (x[w]! < least[w]! - slack || x[w]! > most[w]! + slack) return { status: 'infeasible' };
			objective += this.#cost[w]! * x[w]!;
		}
		for (let r = 0; r < this.#rows; r++) {
			const value = x[this.#ways + r]!;
			if (value < -slack) return { status: 'infeasible' };
			if (r < this.#queues) objective += lossAt(this.#loss[r]!, value);
		}
		return { status: 'optimal', objective, agents };
	}

	/** Sets the bounds of a way; what hangs on it follows. */
	#bound(w: number, least: number, most: number): void {
		const costs = this.#costs;
		if (least === costs.least[w]! && most === costs.most[w]!) return;
		costs.least[w] = least;
		costs.most[w] = most;
		const x = this.#x;
		const place = this.#place[w]!;
		if (place >= 0) return this.#cross(w, place, this.#costs.pieceBeside(w, this.#x[w]!, 1));
		const change = Math.min(most, Math.max(least, x[w]!)) - x[w]!;
		if (change === 0) return;
		x[w]! += change;
		this.#transform(w);
		for (let k = 0; k < this.#touchedCount; k++) {
			const row = this.#touched[k]!;
			const v = this.#basic[row]!;
			x[v]! -= this.#column[row]! * change;
			this.#cross(v, row, this.#costs.pieceBeside(v, this.#x[v]!, 1));
		}
		this.#sinceRefresh++;
	}

	/** A column of the matrix times the multipliers. */
	#valued(v: number): number {
		const y = this.#multiplier;
		if (v >= this.#ways) return y[v - this.#ways]!;
		let sum = 0;
		for (let k = this.#start[v]!; k < this.#start[v + 1]!; k++) sum += y[this.#row[k]!]! * this.#value[k]!;
		return sum;
	}

	/** What changing a variable by one saves: above 0 growing does, below 0 falling; 0 where neither pays. */
	#worth(v: number): number {
		if (this.#place[v]! >= 0) return 0;
		const valued = this.#valued(v);
		if (v < this.#ways) {
			// Beyond a bound nothing pays: there the far side is steeper than any multiplier.
			const worth = valued - this.#cost[v]!;
			if (worth > TINY) return this.#x[v]! < this.#costs.most[v]! - TINY ? worth : 0;
			return worth < -TINY && this.#x[v]! > this.#costs.least[v]! + TINY ? worth : 0;
		}
		const up = valued - this.#costs.slope(v, this.#costs.pieceBeside(v, this.#x[v]!, 1));
		if (up > TINY) return up;
		const down = valued - this.#costs.slope(v, this.#costs.pieceBeside(v, this.#x[v]!, -1));
		return down < -TINY ? down : 0;
	}

	/**
	 * Finds a variable whose change saves: of those that lately saved much the one that saves most, of all when none of
	 * them still does; or the first of all that saves anything.
	 */
	#price(isFirst: boolean): boolean {
		this.#gain = 0;
		if (!isFirst) {
			for (const v of this.#good) this.#consider(v, this.#worth(v));
			if (this.#gain > TINY && this.#gain >= STILL_GOOD * this.#bestGain) return true;
		}
		this.#gain = 0;
		this.#good.length = 0;
		for (let v = 0; v < this.#x.length; v++) {
			const worth = this.#worth(v);
			if (worth === 0) continue;
			this.#consider(v, worth);
			if (isFirst) break;
			if (Math.abs(worth) >= STILL_GOOD * this.#gain) this.#good.push(v);
		}
		this.#bestGain = this.#gain;
		return this.#gain > TINY;
	}

	#consider(v: number, worth: number): void {
		const gain = Math.abs(worth);
		if (gain > this.#gain) [this.#entering, this.#sign, this.#gain] = [v, worth > 0 ? 1 : -1, gain];
	}

	/** Lets a variable grow or fall as long as it pays, through the kinks of all that change with it. @returns how far */
	#enter(entering: number, sign: 1 | -1, gain: number): number {
		this.#transform(entering);
		const { basic, x, piece, column, touched } = {
			basic: this.#basic,
			x: this.#x,
			piece: this.#piece,
			column: this.#column,
			touched: this.#touched
		};
		piece[entering] = this.#costs.pieceBeside(entering, this.#x[entering]!, sign);
		let left = gain;
		let length = 0;
		let leaving: number;
		for (;;) {
			let next = Infinity;
			let at = -2;
			let strength = 0;
			// The variable that enters stands at −1 among the rows.
			for (let k = -1; k < this.#touchedCount; k++) {
				const v = k < 0 ? entering : basic[touched[k]!]!;
				const rate = k < 0 ? sign : -sign * column[touched[k]!]!;
				const on = piece[v]!;
				if (rate > 0 ? on >= this.#costs.lastPiece(v) : on < 0) continue;
				const kink = rate > 0 ? this.#costs.leftOf(v, on + 1) : this.#costs.leftOf(v, on);
				const distance = Math.max(length, (kink - x[v]!) / rate);
				const power = Math.abs(rate);
				if (distance < next - 1e-12 || (distance <= next + 1e-12 && power > strength))
					[next, at, strength] = [Math.min(next, distance), k, power];
			}
			if (at === -2) throw new Error('Balancing the floor: a step without end.');
			length = next;
			const v = at < 0 ? entering : basic[touched[at]!]!;
			const rate = at < 0 ? sign : -sign * column[touched[at]!]!;
			const beyond = piece[v]! + (rate > 0 ? 1 : -1);
			left -= Math.abs(rate) * Math.abs(this.#costs.slope(v, beyond) - this.#costs.slope(v, piece[v]!));
			if (left <= TINY) {
				leaving = at;
				break;
			}
			this.#cross(v, at < 0 ? -1 : touched[at]!, beyond);
		}
		for (let k = 0; k < this.#touchedCount; k++)
			x[basic[touched[k]!]!]! -= sign * column[touched[k]!]! * length;
		x[entering]! += sign * length;
		if (leaving === -1) {
			x[entering] = this.#kinkOf(entering, sign > 0);
			return length;
		}
		const row = touched[leaving]!;
		const out = basic[row]!;
		x[out] = this.#kinkOf(out, -sign * column[row]! > 0);
		this.#pivot(row, entering);
		return length;
	}

	/** Where a variable that leaves its piece upwards or downwards stops. */
	#kinkOf(v: number, isUpward: boolean): number {
		const on = this.#piece[v]!;
		return isUpward ? this.#costs.leftOf(v, on + 1) : this.#costs.leftOf(v, on);
	}

	/** A variable passes on to the next piece; where it is basic (row ≥ 0), the multipliers follow. */
	#cross(v: number, row: number, piece: number): void {
		const change = this.#costs.slope(v, piece) - this.#costs.slope(v, this.#piece[v]!);
		this.#piece[v] = piece;
		if (row >= 0 && change !== 0) this.#addRow(row, change);
	}

	/** Adds a row of the inverse, so many times, to the multipliers. */
	#addRow(row: number, factor: number): void {
		const m = this.#rows;
		const from = row * m;
		const [inverse, target] = [this.#inverse, this.#multiplier];
		for (let c = 0; c < m; c++) target[c]! += factor * inverse[from + c]!;
	}

	/** The entering column in terms of the basis, and where it is not 0. */
	#transform(v: number): void {
		const m = this.#rows;
		const [column, inverse] = [this.#column, this.#inverse];
		this.#touchedCount = 0;
		for (let r = 0; r < m; r++) {
			let sum = 0;
			if (v >= this.#ways) sum = inverse[r * m + v - this.#ways]!;
			else
				for (let k = this.#start[v]!; k < this.#start[v + 1]!; k++)
					sum += inverse[r * m + this.#row[k]!]! * this.#value[k]!;
			column[r] = Math.abs(sum) > TINY ? sum : 0;
			if (column[r] !== 0) this.#touched[this.#touchedCount++] = r;
		}
	}

	#pivot(row: number, entering: number): void {
		const m = this.#rows;
		const [column, inverse] = [this.#column, this.#inverse];
		const off = (this.#costs.slope(entering, this.#piece[entering]!) - this.#valued(entering)) / column[row]!;
		this.#addRow(row, off);
		const filled = this.#filled;
		let count = 0;
		for (let c = 0; c < m; c++) {
			if (inverse[row * m + c]! === 0) continue;
			inverse[row * m + c]! /= column[row]!;
			filled[count++] = c;
		}
		for (let k = 0; k < this.#touchedCount; k++) {
			const r = this.#touched[k]!;
			if (r === row) continue;
			const factor = column[r]!;
			for (let i = 0; i < count; i++) {
				const c = filled[i]!;
				inverse[r * m + c]! -= factor * inverse[row * m + c]!;
			}
		}
		this.#place[this.#basic[row]!] = -1;
		this.#place[entering] = row;
		this.#basic[row] = entering;
		this.#sinceInversion++;
	}

	/** Nothing done: every row holds its own variable. */
	#toIdentity(): void {
		this.#inverse.fill(0);
		this.#place.fill(-1);
		for (let r = 0; r < this.#rows; r++) {
			this.#inverse[r * this.#rows + r] = 1;
			this.#basic[r] = this.#ways + r;
			this.#place[this.#ways + r] = r;
		}
		this.#sinceInversion = 0;
	}

	/** The inverse anew from the basis, so that errors do not add up. */
	#reinvert(): void {
		const wanted = Array.from(this.#basic).filter((v) => v < this.#ways);
		const isKept = new Uint8Array(this.#x.length);
		for (const v of this.#basic) isKept[v] = 1;
		this.#toIdentity();
		for (const v of wanted) {
			this.#transform(v);
			let row = -1;
			for (let k = 0; k < this.#touchedCount; k++) {
				const r = this.#touched[k]!;
				const isFree = this.#basic[r]! >= this.#ways && isKept[this.#basic[r]!] === 0;
				if (isFree && (row < 0 || Math.abs(this.#column[r]!) > Math.abs(this.#column[row]!))) row = r;
			}
			this.#pivot(row, v);
		}
		this.#sinceInversion = 0;
		this.#refresh();
	}

	/** Values of the basic variables, their pieces, and the multipliers, from the inverse. */
	#refresh(): void {
		const m = this.#rows;
		const rest = Float64Array.from(this.#right);
		for (let v = 0; v < this.#x.length; v++) {
			const value = this.#x[v]!;
			if (this.#place[v]! >= 0 || value === 0) continue;
			if (v >= this.#ways) rest[v - this.#ways]! -= value;
			else
				for (let k = this.#start[v]!; k < this.#start[v + 1]!; k++)
					rest[this.#row[k]!]! -= this.#value[k]! * value;
		}
		this.#multiplier.fill(0);
		for (let r = 0; r < m; r++) {
			const v = this.#basic[r]!;
			let sum = 0;
			for (let c = 0; c < m; c++) sum += this.#inverse[r * m + c]! * rest[c]!;
			this.#x[v] = sum;
			this.#piece[v] = this.#costs.pieceBeside(v, this.#x[v]!, 1);
			const slope = this.#costs.slope(v, this.#piece[v]!);
			if (slope !== 0) this.#addRow(r, slope);
		}
		this.#sinceRefresh = 0;
	}
}
