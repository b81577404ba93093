import { formText } from '#lib/server/access/index.ts';
import {
	acceptProposals,
	dismissProposal,
	listPromises,
	proposeWhatIf,
	readBoard,
	restoreProposal,
	summarisePromises,
	type AcceptInput
} from '#lib/server/balancing/index.ts';
import { floorLoad } from '#lib/server/floor-load.ts';
import { runtime } from '#lib/server/runtime.ts';
import { readJson } from '../plan/read-json.ts';
import { refused } from '../plan/refused.ts';
import { requireActor } from '../settings/users/require-actor.ts';
import type { Actions, PageServerLoad } from './$types.d.ts';

const DAY_MS = 86_400_000;
/** A map: an address may name anything, such as what every object has. */
const DAYS = new Map([
	['day', 1],
	['week', 7],
	['month', 28],
	['quarter', 91]
]);

export const load: PageServerLoad = async ({ locals, url, depends }) => {
	depends('marea:promises');
	const actor = requireActor(locals, 'balance.view');
	const { ctx, balancing } = runtime();
	const days = DAYS.get(url.searchParams.get('period') ?? 'week') ?? 7;
	const toMs = ctx.now();
	const promises = await listPromises(ctx, actor, { fromMs: toMs - days * DAY_MS, toMs });
	return {
		floor: await floorLoad(actor, url),
		board: readBoard(balancing.balance, actor),
		promises,
		summary: summarisePromises(promises)
	};
};

export const actions: Actions = {
	accept: async ({ locals, request }) => {
		const actor = requireActor(locals, 'balance.view');
		try {
			const input = readJson('Accepting moves', await request.formData(), 'input') as AcceptInput;
			return await acceptProposals(runtime().balancing, actor, input);
		} catch (error) {
			return refused(error);
		}
	},
	dismiss: async ({ locals, request }) => {
		const actor = requireActor(locals, 'balance.view');
		try {
			const form = await request.formData();
			const input = { id: formText(form, 'id'), reason: formText(form, 'reason') };
			const name = locals.user?.name ?? actor.id;
			return { status: await dismissProposal(runtime().balancing, actor, name, input) };
		} catch (error) {
			return refused(error);
		}
	},
	restore: async ({ locals, request }) => {
		const actor = requireActor(locals, 'balance.view');
		try {
			const id = formText(await request.formData(), 'id');
			return { status: await restoreProposal(runtime().balancing, actor, id) };
		} catch (error) {
			return refused(error);
		}
	},
	propose: async ({ locals, request }) => {
		const actor = requireActor(locals, 'balance.view');
		try {
			const moves = (await request.formData()).getAll('m').map(String);
			return { proposal: await proposeWhatIf(runtime().balancing, actor, moves) };
		} catch (error) {
			return refused(error);
		}
	}
};
