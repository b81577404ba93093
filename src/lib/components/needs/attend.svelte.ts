import { useToaster } from '#lib/components/shared/toaster.svelte.ts';
import type { NeedRow } from '#lib/contracts/needs.ts';
import { m } from '#lib/paraglide/messages.js';
import type { CareAnswer } from '#lib/server/attention/index.ts';
import { postAction } from '#lib/live/post-action.ts';

export type Attend = (row: Pick<NeedRow, 'id' | 'customer'>, answer: CareAnswer) => Promise<void>;

/** Does something about a contact and says so, with the way back; call while a component is being set up. */
export function useAttend(): Attend {
	const toaster = useToaster();

	async function send(row: Pick<NeedRow, 'id'>, answer: CareAnswer): Promise<boolean> {
		const sent = await postAction('/needs?/attend', { id: row.id, answer: JSON.stringify(answer) });
		if (!sent.ok) toaster.show(sent.message || m.plan_refused(), { tone: 'breach' });
		return sent.ok;
	}

	return async (row, answer) => {
		if (!(await send(row, answer))) return;
		const contact = row.customer ?? row.id;
		if (answer.kind === 'take')
			toaster.show(m.need_taken({ contact }), { undo: () => void send(row, { kind: 'release' }) });
		if (answer.kind === 'snooze')
			toaster.show(m.need_snoozed({ contact, minutes: answer.minutes }), {
				undo: () => void send(row, { kind: 'wake' })
			});
	};
}
