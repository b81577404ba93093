import { invalidate } from '$app/navigation';

/** Loads again what depends on `name` every so often, unless the page is out of sight; answers its clean-up. */
export function poll(name: `${string}:${string}`, everyMs: number): () => void {
	const timer = setInterval(() => {
		if (document.visibilityState === 'visible' && navigator.onLine) void invalidate(name);
	}, everyMs);
	return () => clearInterval(timer);
}
