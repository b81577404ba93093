import type { AlertTrial } from '#lib/contracts/alerts.ts';

type Line = { progress: number } | { trial: AlertTrial } | { error: string };

/** A rule tried on a past day: under way, done, or refused. */
export class AlertTrialRun {
	/** 0–1; null: none is under way. */
	progress = $state<number | null>(null);
	trial = $state.raw<AlertTrial | null>(null);
	fault = $state<string | null>(null);
	#abort: AbortController | null = null;

	async start(rule: object, atMs: number, unreachable: string): Promise<void> {
		this.stop();
		const abort = (this.#abort = new AbortController());
		Object.assign(this, { progress: 0, trial: null, fault: null });
		try {
			const response = await fetch('/alerts/try', {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({ rule, atMs }),
				signal: abort.signal
			});
			if (!response.ok || !response.body) {
				const answer = (await response.json().catch(() => ({}))) as { error?: string };
				throw new Error(answer.error ?? unreachable);
			}
			const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
			for (let text = ''; ;) {
				const { done, value } = await reader.read();
				if (done) break;
				const lines = (text + value).split('\n');
				text = lines.pop()!;
				for (const line of lines) if (line) this.#take(JSON.parse(line) as Line);
			}
			if (!this.trial && !this.fault) this.fault = unreachable;
		} catch (error) {
			if (!abort.signal.aborted)
				this.fault = error instanceof TypeError ? unreachable : (error as Error).message;
		} finally {
			if (this.#abort === abort) this.progress = null;
		}
	}

	stop(): void {
		this.#abort?.abort();
		this.#abort = null;
		this.progress = null;
	}

	#take(line: Line): void {
		if ('progress' in line) this.progress = line.progress;
		else if ('trial' in line) this.trial = line.trial;
		else this.fault = line.error;
	}
}
