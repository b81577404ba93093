/** A span being drawn over a time axis, with the pointer (press, move, let go) or by keys (Space, arrows, Space). */
export class SpanDrawing {
	#anchor = $state<{ at: number; x: number } | null>(null);
	#end = $state<number | null>(null);

	/** What has been drawn so far; null when nothing has. */
	get drawn(): { from: number; to: number } | null {
		if (this.#anchor === null || this.#end === null || this.#anchor.at === this.#end) return null;
		const { at } = this.#anchor;
		return { from: Math.min(at, this.#end), to: Math.max(at, this.#end) };
	}

	get isOn(): boolean {
		return this.#anchor !== null;
	}

	/** @param x pixels, to tell a drag from a click */
	start(at: number, x = -Infinity): void {
		this.#anchor = { at, x };
		this.#end = null;
	}

	/** Takes the end along; small moves of the pointer are none. */
	move(at: number, x = Infinity): void {
		if (this.#anchor && (this.#end !== null || Math.abs(x - this.#anchor.x) > 5)) this.#end = at;
	}

	/** Ends it; answers what was drawn. */
	finish(): { from: number; to: number } | null {
		const { drawn } = this;
		this.cancel();
		return drawn;
	}

	cancel(): void {
		this.#anchor = null;
		this.#end = null;
	}
}
