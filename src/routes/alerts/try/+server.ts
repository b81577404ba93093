import { z } from 'zod';
import { parseInput, requireRight } from '#lib/server/access/index.ts';
import { tryAlertRule, type AlertRuleInput } from '#lib/server/alerts/index.ts';
import { refusal } from '#lib/server/refusal.ts';
import { runtime } from '#lib/server/runtime.ts';
import { log } from '#lib/server/log.ts';
import type { RequestHandler } from './$types';

const Wanted = z.object({ atMs: z.number().int(), rule: z.unknown() });

/** Tries a rule on a past day: a line of JSON for each step of its progress, then one with the trial or why there is none. */
export const POST: RequestHandler = async ({ locals, request }) => {
	try {
		requireRight(locals.actor, 'alerts.manage');
		const { ctx, centre, past } = runtime();
		const actor = locals.actor!;
		const { atMs, rule } = parseInput('Trying an alert rule', Wanted, await request.json());
		await centre.project();
		// Ends with the reader, also where the runtime does not tell of one that went away.
		const gone = new AbortController();
		const signal = AbortSignal.any([gone.signal, request.signal]);
		const body = new ReadableStream<string>({
			async start(controller) {
				const tell = (line: object): void => controller.enqueue(`${JSON.stringify(line)}\n`);
				try {
					const report = (progress: number): void => tell({ progress });
					const wanted = { rule: rule as AlertRuleInput, atMs };
					tell({ trial: await tryAlertRule(ctx, actor, past, wanted, { report, signal }) });
				} catch (error) {
					if (signal.aborted) return;
					const { status, message } = error as { status?: unknown; message?: string };
					const isRefusal = typeof status === 'number' && status >= 400 && status < 500;
					if (!isRefusal) log.error({ err: error }, 'trying an alert rule failed');
					tell({ error: isRefusal ? message : 'The rule could not be tried.' });
				}
				controller.close();
			},
			cancel: () => gone.abort()
		});
		return new Response(body.pipeThrough(new TextEncoderStream()), {
			headers: { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' }
		});
	} catch (error) {
		return refusal(error, 'The rule could not be tried.');
	}
};
