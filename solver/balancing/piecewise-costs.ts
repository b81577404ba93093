/** By so much more than the steepest slope a bound's breach costs. */
const STEEP = 1e4;
/** A value so close to a kink lies on it. */
const TINY = 1e-9;

/**
 * What the variables of the balance model cost, piece by piece: ways first, then one for each row (a queue's staff, or
 * what a limit leaves). Pieces: of a way −1, 0, 1 = below, between, above its bounds; of a limit −1, 0; of a queue's staff
 * by whole agents, −1 = below none. What may not be is a piece as well, and a steep one.
 */
export class PiecewiseCosts {
	readonly #ways: number;
	readonly #queues: number;
	readonly #cost: Float64Array;
	readonly #loss: readonly (readonly number[])[];
	readonly #steep: number;
	/** Of each way. */
	readonly least: Float64Array;
	readonly most: Float64Array;

	/** @param cost of one of each way; @param loss of each queue by whole agents, from none on, convex */
	constructor(cost: Float64Array, most: Float64Array, loss: readonly (readonly number[])[]) {
		[this.#ways, this.#queues] = [cost.length, loss.length];
		[this.#cost, this.#loss] = [cost, loss];
		const steepest = loss.map((curve) => (curve[0] ?? 0) - (curve[1] ?? curve[0] ?? 0));
		this.#steep = STEEP * Math.max(1, ...steepest, ...cost.map(Math.abs));
		this.least = new Float64Array(cost.length);
		this.most = most;
	}

	lastPiece(v: number): number {
		if (v < this.#ways) return 1;
		const q = v - this.#ways;
		return q < this.#queues ? this.#loss[q]!.length - 1 : 0;
	}

	/** The left end of a piece above −1. */
	leftOf(v: number, piece: number): number {
		if (v < this.#ways) return piece === 0 ? this.least[v]! : this.most[v]!;
		return piece;
	}

	slope(v: number, piece: number): number {
		if (v < this.#ways) return this.#cost[v]! + piece * this.#steep;
		if (piece < 0) return -this.#steep;
		const q = v - this.#ways;
		if (q >= this.#queues) return 0;
		const loss = this.#loss[q]!;
		return piece + 1 < loss.length ? loss[piece + 1]! - loss[piece]! : 0;
	}

	/** The piece to the right (sign 1) or left of a value. */
	pieceBeside(v: number, at: number, sign: 1 | -1): number {
		const value = at + sign * TINY;
		if (v < this.#ways) return value < this.least[v]! ? -1 : value > this.most[v]! ? 1 : 0;
		return Math.max(-1, Math.min(this.lastPiece(v), Math.floor(value)));
	}
}
