/** Tells who holds a kiosk's line open that its link is no more. */
export class Revocations {
	readonly #listeners = new Set<(kioskId: string) => void>();

	/** Calls back with each link revoked; returns how to stop. */
	listen(listener: (kioskId: string) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	tell(kioskId: string): void {
		for (const listener of this.#listeners) listener(kioskId);
	}
}
