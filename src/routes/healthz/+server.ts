import { runtime } from '#lib/server/runtime.ts';

export const GET = (): Response =>
	Response.json({
		status: 'ok',
		demo: runtime().demo,
		seq: runtime().centre.state.seq,
		/** `fallback`: the transformer that is set up has failed, and the built-in model reads; the settings say why. */
		sentiment: runtime().scorer.kind
	});
