import { m } from '#lib/paraglide/messages.js';
import type { EditorNews } from './roster-editor.svelte.ts';

/** What the planner is told of edits that others made, or that could not be stored. */
export function newsWords(news: EditorNews): string {
	switch (news.kind) {
		case 'changed-by': {
			const names = news.names.join(', ');
			return news.dropped === 0
				? m.rosteredit_changed_by({ names })
				: m.rosteredit_changed_dropped({ names, count: news.dropped });
		}
		case 'overtaken':
			return m.rosteredit_overtaken();
		case 'published':
			return m.rosteredit_published();
		case 'refused':
			return m.rosteredit_refused({ message: news.message });
	}
}
