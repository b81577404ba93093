import type { Toaster } from '#lib/components/shared/toaster.svelte.ts';
import type { CommandRow } from '#lib/contracts/commands.ts';
import { formatCount, formatTime } from '#lib/format/index.ts';
import { postAction } from '#lib/live/post-action.ts';
import { m } from '#lib/paraglide/messages.js';

type Accepted =
	| {
			status: 'accepted';
			commands: CommandRow[];
			changes: { agent: string; shortHours: { before: number; after: number } | null }[];
			stays: { expiresAt: number }[];
			rejected: { agent: string; error: string }[];
	  }
	| { status: 'gone' };

/** Accepts proposals, one of them perhaps with other people or another queue, and says what became of it. */
export async function acceptMoves(
	toaster: Toaster,
	input: { ids: string[]; agents?: string[]; to?: string; reason?: string; isAgreed?: boolean },
	timeZone: string
): Promise<void> {
	const answer = await postAction<Accepted>('?/accept', { input: JSON.stringify(input) });
	if (!answer.ok) return void toaster.show(m.bal_failed({ reason: answer.message }), { tone: 'breach' });
	const accepted = answer.answer;
	if (accepted.status === 'gone') return void toaster.show(m.bal_gone(), { tone: 'watch' });
	const { commands, changes, stays, rejected } = accepted;
	if (commands.length > 0)
		toaster.show(m.bal_accepted({ count: formatCount(commands.length) }), { tone: 'ok' });
	if (changes.length > 0) {
		const [before, after] = [changes[0]!.shortHours?.before, changes.at(-1)!.shortHours?.after];
		const cover =
			before === undefined || after === undefined
				? ''
				: ` ${m.bal_day_cover({ before: formatCount(before, { digits: 1 }), after: formatCount(after, { digits: 1 }) })}`;
		toaster.show(m.bal_day_done({ count: changes.length }) + cover, { tone: 'ok' });
	}
	if (stays.length > 0) {
		const time = formatTime(Math.min(...stays.map(({ expiresAt }) => expiresAt)), timeZone);
		toaster.show(m.offer_bal_asked({ count: stays.length, time }), { tone: 'ok' });
	}
	if (rejected.length > 0)
		toaster.show(m.bal_rejected({ reason: rejected.map(({ error }) => error).join(' ') }), {
			tone: 'breach'
		});
}

/** Puts a proposal aside; the note that says so takes it back. */
export async function dismissMoves(
	toaster: Toaster,
	id: string,
	reason: string,
	minutes: number
): Promise<void> {
	const answer = await postAction<{ status: string }>('?/dismiss', { id, reason });
	if (!answer.ok) return void toaster.show(answer.message, { tone: 'breach' });
	if (answer.answer.status === 'gone') return void toaster.show(m.bal_gone(), { tone: 'watch' });
	toaster.show(m.bal_dismissed_toast({ minutes: formatCount(minutes) }), {
		undo: () => void restoreMoves(toaster, id)
	});
}

export async function restoreMoves(toaster: Toaster, id: string): Promise<void> {
	const answer = await postAction<{ status: string }>('?/restore', { id });
	if (!answer.ok) toaster.show(answer.message, { tone: 'breach' });
	else if (answer.answer.status === 'gone') toaster.show(m.bal_gone(), { tone: 'watch' });
}
