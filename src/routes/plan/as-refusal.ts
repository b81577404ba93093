/** A domain's refusal in its own words; anything else goes on to the error page. */
export function asRefusal(error: unknown): { status: number; message: string } {
	const { status, message } = error as { status?: unknown; message?: string };
	if (typeof status === 'number' && status >= 400 && status < 500) return { status, message: message ?? '' };
	throw error;
}
