import { fail } from '@sveltejs/kit';

/** A domain's refusal as the form's answer; any other error is thrown on. */
export function refused(error: unknown) {
	const { status, message } = error as { status?: unknown; message?: string };
	if (typeof status !== 'number' || status < 400 || status >= 500) throw error;
	return fail(status, { message: message ?? 'Refused' });
}
