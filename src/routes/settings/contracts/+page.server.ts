import { can, formText, requireRight } from '#lib/server/access/index.ts';
import {
	archiveContract,
	assignContract,
	changeContract,
	createContract,
	listContracts,
	restoreContract,
	termsOf
} from '#lib/server/contracts/index.ts';
import { runtime } from '#lib/server/runtime.ts';
import { refused } from '../../plan/refused.ts';
import type { Actions, PageServerLoad } from './$types.d.ts';
import { readTerms } from './read-terms.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
	requireRight(locals.actor, 'settings.view');
	const { contracts, without } = await listContracts(runtime().ctx, locals.actor);
	const mayManage = can(locals.actor!, 'roster.compute');
	const asked = (name: string) => (mayManage ? url.searchParams.get(name) : null);
	const inUse = (id: string | null) =>
		contracts.find((one) => one.id === id && one.archivedAt === null) ?? null;
	return {
		contracts,
		without,
		/** Of people without a contract, and of a new one. */
		usual: termsOf(null),
		mayManage,
		isNew: asked('new') !== null,
		editing: inUse(asked('edit')),
		assigning: inUse(asked('assign'))
	};
};

export const actions: Actions = {
	save: async ({ locals, request }) => {
		const form = await request.formData();
		const { ctx } = runtime();
		const id = formText(form, 'id');
		const fields = { name: formText(form, 'name'), terms: readTerms(form) };
		try {
			const { name } =
				id === ''
					? await createContract(ctx, locals.actor!, fields)
					: await changeContract(ctx, locals.actor!, id, fields);
			return { saved: name };
		} catch (error) {
			return refused(error);
		}
	},

	assign: async ({ locals, request }) => {
		const form = await request.formData();
		try {
			return await assignContract(runtime().ctx, locals.actor!, {
				contractId: formText(form, 'contractId') || null,
				agentIds: form.getAll('agents').filter((value) => typeof value === 'string')
			});
		} catch (error) {
			return refused(error);
		}
	},

	archive: async ({ locals, request }) => {
		const id = formText(await request.formData(), 'id');
		try {
			return { archived: (await archiveContract(runtime().ctx, locals.actor!, id)).name };
		} catch (error) {
			return refused(error);
		}
	},

	restore: async ({ locals, request }) => {
		const id = formText(await request.formData(), 'id');
		try {
			return { restored: (await restoreContract(runtime().ctx, locals.actor!, id)).name };
		} catch (error) {
			return refused(error);
		}
	}
};
