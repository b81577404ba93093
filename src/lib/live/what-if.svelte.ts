import type { WhatIfAnswer } from '#lib/contracts/what-if.ts';

/** What would be, asked of the server; the last answer stays in sight while the next is worked out. */
export class WhatIfLive {
	answer: WhatIfAnswer | null = $state.raw(null);
	/** Why the last question has no answer. */
	refusal = $state<string | null>(null);
	isPending = $state(false);
	#asked = 0;

	/** @param moves as `writeWhatIf` writes them; without any there is nothing to ask */
	async ask(moves: readonly string[]): Promise<void> {
		const asked = ++this.#asked;
		this.refusal = null;
		if (moves.length === 0) {
			this.answer = null;
			this.isPending = false;
			return;
		}
		this.isPending = true;
		let answer: WhatIfAnswer | null = null;
		let refusal: string | null = null;
		try {
			const response = await fetch(`/api/v1/balance/what-if?m=${moves.map(encodeURIComponent).join(',')}`);
			const body = (await response.json()) as WhatIfAnswer & { error?: string };
			if (response.ok) answer = body;
			else refusal = body.error ?? `${response.status}`;
		} catch (error) {
			refusal = (error as Error).message;
		}
		// Another question has been asked meanwhile.
		if (asked !== this.#asked) return;
		this.isPending = false;
		this.refusal = refusal;
		if (answer) this.answer = answer;
	}
}
