import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { InvalidInputError, parseInput, requireRight } from '../access/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { intentModels } from '../db/schema/index.ts';

const UseInput = z.object({ version: z.int().positive() });

/** Puts a version to use that was trained before. */
export async function useModel(
	ctx: Context,
	actor: Actor,
	input: z.input<typeof UseInput>
): Promise<{ before: number | null }> {
	requireRight(actor, 'settings.manage');
	const { version } = parseInput('Choosing an intent model', UseInput, input);
	const { orm } = ctx.db;
	const versions = await orm
		.select({ version: intentModels.version, isInUse: intentModels.isInUse })
		.from(intentModels);
	if (!versions.some((row) => row.version === version))
		throw new InvalidInputError(`Choosing an intent model: there is no version ${version}.`);
	const before = versions.find(({ isInUse }) => isInUse)?.version ?? null;
	await orm.batch([
		orm.update(intentModels).set({ isInUse: false }),
		orm.update(intentModels).set({ isInUse: true }).where(eq(intentModels.version, version)),
		recordAudit(ctx, actor, {
			action: 'intents.use',
			subject: 'site',
			before: { version: before },
			after: { version }
		})
	]);
	return { before };
}
